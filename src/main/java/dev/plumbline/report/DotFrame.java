package dev.plumbline.report;

import java.awt.BasicStroke;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.CategoryPlot;

/// Lays out dots with intervals on a signed axis with a line at zero.
final class DotFrame {
  private static final float[] DASHES = {3, 3};
  private static final double MARGIN = 0.05;

  private DotFrame() {}

  /// A plot of the frame's grid; zero is always in view.
  static CategoryPlot plot(CategoryFrame frame, String axisTitle) {
    RoundAxis axis = new RoundAxis(axisTitle, frame.style(), frame.type(), true);
    double low = ends(frame.grid()).min().orElse(0);
    double high = ends(frame.grid()).max().orElse(0);
    axis.setRange(RoundAxis.rounded(Math.min(0, low), Math.max(0, high), MARGIN));
    CategoryPlot plot = frame.plot(axis, new IntervalDotRenderer(frame));
    plot.getDomainAxis().setAxisLineVisible(false);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(frame.style().theme().zero());
    plot.setRangeZeroBaselineStroke(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASHES, 0));
    return plot;
  }

  private static DoubleStream ends(MarkGrid grid) {
    return grid.series().stream()
        .flatMap(series -> series.marks().stream())
        .flatMapToDouble(
            mark ->
                DoubleStream.concat(
                    mark.value().stream(),
                    mark.interval().stream()
                        .flatMapToDouble(it -> DoubleStream.of(it.low(), it.high()))));
  }
}
