package dev.plumbline.report;

import dev.plumbline.core.Interval;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xddf.usermodel.chart.AxisCrossBetween;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.AxisTickLabelPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.BarGrouping;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.openxmlformats.schemas.drawingml.x2006.chart.CTBarSer;

/// An editable clustered bar chart on a slide, with the intervals as error bars.
///
/// In the sheet: the category, then for each series its value and, if there are intervals, the
/// distances down and up.
final class DeckBars {
  private static final int MOST_LABELS = 20;
  private static final int PERCENT = 100;
  private static final double MOST_OF_ALL = 0.7;
  private static final int GAP_WIDTH = 45;
  private static final byte OVERLAP = -12;
  private final NativeChart.Bars bars;
  private final ChartTheme theme;
  private final DeckText text;
  private final int rows;
  private final boolean intervals;

  DeckBars(NativeChart.Bars bars, ChartTheme theme) {
    this.bars = bars;
    this.theme = theme;
    this.text = new DeckText(theme);
    this.rows = bars.grid().categories().size();
    this.intervals =
        bars.grid().series().stream()
            .flatMap(series -> series.marks().stream())
            .anyMatch(mark -> mark.interval().isPresent());
  }

  void addTo(XMLSlideShow deck, XSLFSlide slide, Rectangle place) throws IOException {
    XSLFChart chart = deck.createChart();
    XDDFCategoryAxis names = chart.createCategoryAxis(AxisPosition.LEFT);
    XDDFValueAxis values = chart.createValueAxis(AxisPosition.BOTTOM);
    names.setOrientation(AxisOrientation.MAX_MIN);
    values.setCrosses(AxisCrosses.MAX);
    if (startsAtZero()) {
      values.setMinimum(0);
    }
    if (bars.percent() && greatest() <= 1 && greatest() > MOST_OF_ALL) {
      values.setMaximum(PERCENT);
    }
    text.grid(values);
    values.setCrossBetween(AxisCrossBetween.BETWEEN);
    text.dress(names, theme.text());
    text.dress(chart, values, bars.valueAxis(), format());
    values.setTickLabelPosition(AxisTickLabelPosition.NEXT_TO);
    XDDFBarChartData data = (XDDFBarChartData) chart.createData(ChartTypes.BAR, names, values);
    data.setBarDirection(BarDirection.BAR);
    data.setBarGrouping(BarGrouping.CLUSTERED);
    data.setGapWidth(GAP_WIDTH);
    data.setOverlap(OVERLAP);
    data.setVaryColors(false);
    DeckSheet sheet = fill(chart);
    for (int s = 0; s < bars.grid().series().size(); s++) {
      addSeries(data, sheet, s);
    }
    chart.plot(data);
    finish(chart, sheet);
    chart.setAutoTitleDeleted(true);
    if (bars.grid().series().size() > 1) {
      text.legend(chart);
    }
    slide.addChart(chart, DeckWriter.emu(place));
  }

  private double greatest() {
    return bars.grid().series().stream()
        .flatMap(series -> series.marks().stream())
        .mapToDouble(mark -> mark.interval().map(Interval::high).orElse(mark.value().orElse(0)))
        .max()
        .orElse(0);
  }

  private String format() {
    return bars.percent() ? "0" : startsAtZero() ? "General" : DeckText.SIGNED;
  }

  private boolean startsAtZero() {
    return bars.grid().series().stream()
        .flatMap(series -> series.marks().stream())
        .allMatch(
            mark ->
                mark.value().orElse(0) >= 0
                    && mark.interval().map(it -> it.low() >= 0).orElse(true));
  }

  private int column(int series) {
    return 1 + series * (intervals ? 3 : 1);
  }

  private double scale() {
    return bars.percent() ? PERCENT : 1;
  }

  private DeckSheet fill(XSLFChart chart) throws IOException {
    List<String> heading = new ArrayList<>(List.of(""));
    for (MarkGrid.Series series : bars.grid().series()) {
      heading.add(series.name());
      if (intervals) {
        heading.add("−");
        heading.add("+");
      }
    }
    DeckSheet sheet = DeckSheet.of(chart, heading);
    for (int row = 0; row < rows; row++) {
      sheet.text(row + 1, 0, bars.grid().categories().get(row));
      for (int s = 0; s < bars.grid().series().size(); s++) {
        Mark mark = bars.grid().mark(s, row);
        OptionalDouble value = bars.grid().mark(s, row).value();
        if (value.isPresent()) {
          sheet.number(row + 1, column(s), OptionalDouble.of(value.getAsDouble() * scale()));
        }
      }
    }
    return sheet;
  }

  private void addSeries(XDDFBarChartData data, DeckSheet sheet, int s) {
    MarkGrid.Series series = bars.grid().series().get(s);
    var added =
        (XDDFBarChartData.Series)
            data.addSeries(
                XDDFDataSourcesFactory.fromStringCellRange(
                    sheet.sheet(), DeckSheet.column(0, 1, rows)),
                XDDFDataSourcesFactory.fromNumericCellRange(
                    sheet.sheet(), DeckSheet.column(column(s), 1, rows)));
    added.setTitle(
        series.name(), new CellReference(sheet.sheet().getSheetName(), 0, column(s), true, true));
    added.setInvertIfNegative(false);
    added.setFillProperties(DeckText.fill(series.color()));
    for (int row = 0; row < rows; row++) {
      Mark mark = series.marks().get(row);
      if (!mark.color().equals(series.color())) {
        added.getDataPoint(row).setFillProperties(DeckText.fill(mark.color()));
      }
    }
  }

  private void finish(XSLFChart chart, DeckSheet sheet) {
    List<CTBarSer> series = chart.getCTChart().getPlotArea().getBarChartArray(0).getSerList();
    int marks = rows * series.size();
    for (int s = 0; s < series.size(); s++) {
      if (intervals) {
        new DeckErrorBars(sheet, theme, scale())
            .add(series.get(s), bars.grid().series().get(s).marks(), column(s) + 1);
      } else if (marks <= MOST_LABELS) {
        addLabels(series.get(s));
      }
    }
  }

  private void addLabels(CTBarSer series) {
    var labels = series.addNewDLbls();
    var format = labels.addNewNumFmt();
    format.setFormatCode(bars.percent() ? "0.0;−0.0" : "0.00;−0.00");
    format.setSourceLinked(false);
    text.dress(labels.addNewTxPr());
    labels.addNewShowLegendKey().setVal(false);
    labels.addNewShowVal().setVal(true);
    labels.addNewShowCatName().setVal(false);
    labels.addNewShowSerName().setVal(false);
    labels.addNewShowPercent().setVal(false);
    labels.addNewShowBubbleSize().setVal(false);
  }
}
