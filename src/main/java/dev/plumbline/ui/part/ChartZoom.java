package dev.plumbline.ui.part;

import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.data.Range;

/// Zooming and panning of a chart with two number axes; other charts stay as they are, since a bar
/// must begin at zero.
final class ChartZoom {
  private static final double STEP = 1.2;

  private final Optional<JFreeChart> chart;
  private final Optional<XYPlot> plot;
  private final Supplier<PlotRenderingInfo> info;
  private final List<Range> initial;
  private boolean changed;
  private double lastX;
  private double lastY;

  private ChartZoom(
      Optional<JFreeChart> chart, Optional<XYPlot> plot, Supplier<PlotRenderingInfo> info) {
    this.chart = chart;
    this.plot = plot;
    this.info = info;
    this.initial = ranges();
  }

  static ChartZoom none() {
    return new ChartZoom(Optional.empty(), Optional.empty(), () -> null);
  }

  static ChartZoom of(JFreeChart chart, Supplier<PlotRenderingInfo> info) {
    Optional<XYPlot> zoomable =
        Optional.ofNullable(chart.getPlot())
            .filter(XYPlot.class::isInstance)
            .map(XYPlot.class::cast)
            .filter(plot -> plot.isDomainPannable() && plot.isRangePannable());
    return new ChartZoom(Optional.of(chart), zoomable, info);
  }

  /// Takes over the ranges of an earlier drawing of the same view, if they were changed.
  void continueFrom(ChartZoom earlier) {
    if (earlier.changed && earlier.plot.isPresent() && plot.isPresent()) {
      setRanges(earlier.ranges());
      changed = true;
    }
  }

  /// Zooms at a point.
  ///
  /// @return whether there is anything to zoom
  boolean at(double x, double y, boolean in) {
    if (plot.isEmpty()) {
      return false;
    }
    double factor = in ? 1 / STEP : STEP;
    Point2D point = new Point2D.Double(x, y);
    quietly(
        () -> {
          plot.get().zoomDomainAxes(factor, info.get(), point, true);
          plot.get().zoomRangeAxes(factor, info.get(), point, true);
        });
    changed = true;
    return true;
  }

  void startPan(double x, double y) {
    lastX = x;
    lastY = y;
  }

  /// Moves what is under the start of the drag to a point.
  ///
  /// @return whether there is anything to move
  boolean panTo(double x, double y) {
    if (plot.isEmpty()) {
      return false;
    }
    java.awt.geom.Rectangle2D area = info.get().getDataArea();
    Point2D source = new Point2D.Double(x, y);
    double across = (lastX - x) / area.getWidth();
    double along = (y - lastY) / area.getHeight();
    quietly(
        () -> {
          plot.get().panDomainAxes(across, info.get(), source);
          plot.get().panRangeAxes(along, info.get(), source);
        });
    startPan(x, y);
    changed = true;
    return true;
  }

  /// Shows everything again.
  void reset() {
    if (changed) {
      setRanges(initial);
      changed = false;
    }
  }

  private List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    plot.ifPresent(
        axes -> {
          ranges.add(axes.getDomainAxis().getRange());
          ranges.add(axes.getRangeAxis().getRange());
        });
    return ranges;
  }

  private void setRanges(List<Range> ranges) {
    ValueAxis across = plot.orElseThrow().getDomainAxis();
    ValueAxis along = plot.orElseThrow().getRangeAxis();
    quietly(
        () -> {
          across.setRange(ranges.get(0));
          along.setRange(ranges.get(1));
        });
  }

  private void quietly(Runnable change) {
    chart.orElseThrow().setNotify(false);
    change.run();
    chart.orElseThrow().setNotify(true);
  }
}
