package dev.plumbline.report;

import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.poi.xddf.usermodel.XDDFShapeProperties;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.apache.poi.xddf.usermodel.chart.ScatterStyle;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFScatterChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTMarker;

/// An editable scatter chart on a slide, one series a colour and shape, the fitted line as a series
/// without markers.
///
/// In the sheet: series, model, x, y; one row a point.
final class DeckScatter {
  private static final int MODEL = 1;
  private static final int X = 2;
  private static final int Y = 3;
  private static final int PERCENT = 100;
  private static final short MARKER = 10;
  private static final double ROOM = 0.08;
  private final NativeChart.Scatter scatter;
  private final ChartTheme theme;
  private final DeckText text;
  private int nextRow = 1;

  DeckScatter(NativeChart.Scatter scatter, ChartTheme theme) {
    this.scatter = scatter;
    this.theme = theme;
    this.text = new DeckText(theme);
  }

  void addTo(XMLSlideShow deck, XSLFSlide slide, Rectangle place) throws IOException {
    XSLFChart chart = deck.createChart();
    XDDFValueAxis x = chart.createValueAxis(AxisPosition.BOTTOM);
    XDDFValueAxis y = chart.createValueAxis(AxisPosition.LEFT);
    text.dress(chart, x, scatter.xAxis(), "General");
    text.dress(chart, y, scatter.yAxis(), DeckText.SIGNED);
    text.grid(y);
    range(x);
    XDDFScatterChartData data = (XDDFScatterChartData) chart.createData(ChartTypes.SCATTER, x, y);
    data.setStyle(ScatterStyle.LINE_MARKER);
    data.setVaryColors(false);
    DeckSheet sheet = DeckSheet.of(chart, List.of("", "", scatter.xAxis(), scatter.yAxis()));
    for (NativeChart.Points points : scatter.series()) {
      addPoints(data, sheet, points);
    }
    if (!scatter.line().isEmpty()) {
      addLine(data, sheet);
    }
    chart.plot(data);
    colourMarkers(chart);
    chart.setAutoTitleDeleted(true);
    text.legend(chart);
    slide.addChart(chart, DeckWriter.emu(place));
  }

  private double shown(double x) {
    return scatter.percent() ? x * PERCENT : x;
  }

  /// x from round number to round number around the points; y is left to the program.
  private void range(XDDFValueAxis x) {
    double[] values =
        scatter.series().stream()
            .flatMap(series -> series.points().stream())
            .mapToDouble(point -> shown(point.x()))
            .sorted()
            .toArray();
    var range = RoundAxis.rounded(values[0], values[values.length - 1], ROOM);
    x.setMinimum(range.getLowerBound());
    x.setMaximum(range.getUpperBound());
  }

  private XDDFScatterChartData.Series add(
      XDDFScatterChartData data, DeckSheet sheet, String name, List<NativeChart.Point> points) {
    int first = nextRow;
    for (NativeChart.Point point : points) {
      sheet.text(nextRow, 0, name);
      sheet.text(nextRow, MODEL, point.label());
      sheet.number(nextRow, X, OptionalDouble.of(shown(point.x())));
      sheet.number(nextRow, Y, OptionalDouble.of(point.y()));
      nextRow++;
    }
    var series =
        (XDDFScatterChartData.Series)
            data.addSeries(
                XDDFDataSourcesFactory.fromNumericCellRange(
                    sheet.sheet(), DeckSheet.column(X, first, nextRow - 1)),
                XDDFDataSourcesFactory.fromNumericCellRange(
                    sheet.sheet(), DeckSheet.column(Y, first, nextRow - 1)));
    series.setTitle(name);
    series.setSmooth(false);
    return series;
  }

  private void addPoints(XDDFScatterChartData data, DeckSheet sheet, NativeChart.Points points) {
    var series = add(data, sheet, points.name(), points.points());
    series.setMarkerStyle(style(points.marker()));
    series.setMarkerSize(MARKER);
    XDDFShapeProperties shape = new XDDFShapeProperties();
    shape.setLineProperties(DeckText.noLine());
    series.setShapeProperties(shape);
  }

  private void addLine(XDDFScatterChartData data, DeckSheet sheet) {
    var series = add(data, sheet, scatter.lineName(), scatter.line());
    series.setMarkerStyle(MarkerStyle.NONE);
    XDDFShapeProperties shape = new XDDFShapeProperties();
    shape.setLineProperties(DeckText.line(theme.accent(), 2));
    series.setShapeProperties(shape);
  }

  private static MarkerStyle style(Marker marker) {
    return switch (marker) {
      case CIRCLE -> MarkerStyle.CIRCLE;
      case SQUARE -> MarkerStyle.SQUARE;
      case TRIANGLE -> MarkerStyle.TRIANGLE;
      case DIAMOND -> MarkerStyle.DIAMOND;
    };
  }

  private void colourMarkers(XSLFChart chart) {
    var series = chart.getCTChart().getPlotArea().getScatterChartArray(0).getSerList();
    for (int s = 0; s < scatter.series().size(); s++) {
      CTMarker marker = series.get(s).getMarker();
      var shape = marker.isSetSpPr() ? marker.getSpPr() : marker.addNewSpPr();
      shape.addNewSolidFill().addNewSrgbClr().setVal(DeckText.rgb(scatter.series().get(s).color()));
      shape.addNewLn().addNewNoFill();
    }
  }
}
