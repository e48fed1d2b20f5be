package dev.plumbline.report;

import dev.plumbline.core.Interval;
import dev.plumbline.relation.RelationPoint;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/// Axes, line, band, points and headline of the scatter.
final class ScatterFrame {
  private static final int STEPS = 48;
  private static final float BAND_OPACITY = 0.12f;
  private static final double MARGIN = 0.06;
  private static final double HEADROOM = 0.16;
  private final BiasPerformanceScatter.Content content;
  private final List<ScatterPoint> points;
  private final ChartStyle style;
  private final Typeface type;
  private final double scale;

  ScatterFrame(
      BiasPerformanceScatter.Content content, List<ScatterPoint> points, ChartStyle style) {
    this.content = content;
    this.points = points;
    this.style = style;
    this.scale = content.measure().scale();
    String names =
        points.stream().map(it -> it.name() + it.look().name()).collect(Collectors.joining());
    this.type =
        Typeface.displaying(
            names
                + style.messages().text("d.axis")
                + content.measure().axisTitle(style.messages()));
  }

  JFreeChart chart() {
    RoundAxis x = new RoundAxis(content.measure().axisTitle(style.messages()), style, type, false);
    RoundAxis y = new RoundAxis(null, style, type, false);
    x.setRange(xRange());
    y.setRange(yRange());
    XYPlot plot = new XYPlot(band(), x, y, bandRenderer());
    plot.setDataset(1, pointData());
    plot.setRenderer(1, new PointRenderer(points, style));
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setDomainGridlinesVisible(false);
    plot.setRangeGridlineStroke(new BasicStroke(1));
    plot.setRangeGridlinePaint(style.theme().grid());
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(style.theme().zero());
    plot.setRangeZeroBaselineStroke(new BasicStroke(1));
    plot.setAxisOffset(new RectangleInsets(0, 0, 4, 0));
    plot.setDomainPannable(true);
    plot.setRangePannable(true);
    plot.addAnnotation(new PointLabels(points, scale, style, type));
    plot.addAnnotation(new Headline(headline(), answered(), points, scale, style, type));
    return ChartFrame.around(
        plot,
        style,
        ChartFrame.axisTitle(style.messages().text("d.axis"), style, type),
        ChartFrame.legend(legend(), style, type));
  }

  private Range xRange() {
    double low = points.stream().mapToDouble(ScatterPoint::x).min().orElse(0) * scale;
    double high = points.stream().mapToDouble(ScatterPoint::x).max().orElse(1) * scale;
    Range range = RoundAxis.rounded(low, high, MARGIN);
    boolean share = content.measure().share() && low >= 0 && high <= scale;
    return share ? new Range(Math.max(0, range.getLowerBound()), range.getUpperBound()) : range;
  }

  private Range yRange() {
    double low = points.stream().mapToDouble(ScatterPoint::d).min().orElse(0);
    double high = points.stream().mapToDouble(ScatterPoint::d).max().orElse(0);
    return RoundAxis.rounded(Math.min(0, low), Math.max(0, high) + headroom(low, high), MARGIN);
  }

  /// Room above the points for the line of text, if there is one.
  private double headroom(double low, double high) {
    return headline().isEmpty() ? 0 : (Math.max(0, high) - Math.min(0, low)) * HEADROOM;
  }

  private YIntervalSeriesCollection band() {
    YIntervalSeriesCollection data = new YIntervalSeriesCollection();
    content.fit().ifPresent(fit -> data.addSeries(band(fit)));
    return data;
  }

  private YIntervalSeries band(DoubleFunction<Interval> fit) {
    YIntervalSeries series = new YIntervalSeries("fit");
    double low = points.stream().mapToDouble(ScatterPoint::x).min().orElse(0);
    double high = points.stream().mapToDouble(ScatterPoint::x).max().orElse(0);
    for (int i = 0; i <= STEPS && high > low; i++) {
      double at = low + (high - low) * i / STEPS;
      Interval interval = fit.apply(at);
      series.add(
          at * scale, BiasPerformanceScatter.middle(interval), interval.low(), interval.high());
    }
    return series;
  }

  private DeviationRenderer bandRenderer() {
    DeviationRenderer renderer = new DeviationRenderer(true, false);
    renderer.setAlpha(BAND_OPACITY);
    Color line = style.theme().accent();
    renderer.setSeriesPaint(0, line);
    renderer.setSeriesFillPaint(0, line);
    renderer.setSeriesStroke(0, new BasicStroke(1.6f));
    return renderer;
  }

  private XYSeriesCollection pointData() {
    XYSeries series = new XYSeries("points", false, true);
    points.forEach(point -> series.add(point.x() * scale, point.d()));
    return new XYSeriesCollection(series);
  }

  private boolean answered() {
    return content.cell().map(cell -> cell.r().isPresent()).orElse(false);
  }

  private String headline() {
    return BiasPerformanceScatter.headline(content, style);
  }

  private List<LegendItem> legend() {
    FamilyMarkers facts = new FamilyMarkers(content.models());
    List<LegendItem> items =
        new ArrayList<>(
            DatasetLegend.items(
                content.points().stream().map(RelationPoint::model).toList(), facts, style));
    List<String> families = facts.families();
    if (families.size() > 1) {
      families.forEach(it -> items.add(ChartFrame.shape(it, facts.of(it), style)));
    }
    return items;
  }
}
