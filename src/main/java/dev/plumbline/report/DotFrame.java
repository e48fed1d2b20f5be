package dev.plumbline.report;

import java.awt.BasicStroke;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.data.Range;

/// Lays out dots with intervals on an axis with a line at zero.
final class DotFrame {
  private static final float[] DASHES = {3, 3};
  private static final double MARGIN = 0.05;
  private static final double ROOM = 0.02;
  private static final double PERCENT = 100;

  private DotFrame() {}

  /// A plot of signed values; zero is always in view.
  static CategoryPlot plot(CategoryFrame frame, String axisTitle) {
    return plot(frame, new RoundAxis(axisTitle, frame.style(), frame.type(), true), range(frame));
  }

  /// A plot of signed values that cannot lie below `least`; no tick does.
  static CategoryPlot from(double least, CategoryFrame frame, String axisTitle) {
    return from(
        least,
        frame,
        new RoundAxis(axisTitle, frame.style(), frame.type(), true, OptionalDouble.of(least)));
  }

  /// A plot of values that are never negative.
  static CategoryPlot unsigned(CategoryFrame frame, String axisTitle) {
    return from(
        0,
        frame,
        new RoundAxis(axisTitle, frame.style(), frame.type(), false, OptionalDouble.of(0)));
  }

  /// A plot of shares in per cent: no tick lies below 0 or above 100.
  static CategoryPlot shares(CategoryFrame frame, String axisTitle) {
    CategoryPlot plot = unsigned(frame, axisTitle);
    Range range = plot.getRangeAxis().getRange();
    double most = PERCENT * (1 + ROOM);
    if (range.getUpperBound() > most) {
      plot.getRangeAxis().setRange(new Range(-ROOM * PERCENT, most));
    }
    return plot;
  }

  /// Room for a dot at `least` is left, but no more.
  private static CategoryPlot from(double least, CategoryFrame frame, RoundAxis axis) {
    Range range = range(frame);
    double room = ROOM * (range.getUpperBound() - least);
    double from = Math.max(least - room, range.getLowerBound());
    return plot(frame, axis, new Range(least == 0 ? -room : from, range.getUpperBound()));
  }

  private static CategoryPlot plot(CategoryFrame frame, RoundAxis axis, Range range) {
    axis.setRange(range);
    CategoryPlot plot = frame.plot(axis, new IntervalDotRenderer(frame));
    plot.getDomainAxis().setAxisLineVisible(false);
    plot.setRangeZeroBaselineVisible(true);
    plot.setRangeZeroBaselinePaint(frame.style().theme().zero());
    plot.setRangeZeroBaselineStroke(
        new BasicStroke(1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, DASHES, 0));
    return plot;
  }

  private static Range range(CategoryFrame frame) {
    double low = ends(frame.grid()).min().orElse(0);
    double high = ends(frame.grid()).max().orElse(0);
    return RoundAxis.rounded(Math.min(0, low), Math.max(0, high), MARGIN);
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
