package dev.plumbline.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.NumberFormat;
import java.util.OptionalDouble;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.Range;

/// A number axis whose ticks lie at 1, 2 or 5 times a power of ten and a comfortable distance
/// apart, all written with the same number of decimals.
final class RoundAxis extends NumberAxis {
  private static final long serialVersionUID = 1L;
  private static final double PIXELS_ACROSS = 72;
  private static final double PIXELS_UP = 40;
  private static final int FEWEST = 3;
  private final transient ChartStyle style;
  private final boolean signed;
  private final double least;

  /// An axis without line or tick marks.
  ///
  /// @param signed whether positive ticks carry a plus sign
  RoundAxis(String label, ChartStyle style, Typeface type, boolean signed) {
    this(label, style, type, signed, OptionalDouble.empty());
  }

  /// An axis without line or tick marks.
  ///
  /// @param signed whether positive ticks carry a plus sign
  /// @param least what no value lies below; no tick does either
  RoundAxis(String label, ChartStyle style, Typeface type, boolean signed, OptionalDouble least) {
    super(label);
    this.style = style;
    this.signed = signed;
    this.least = least.orElse(Double.NEGATIVE_INFINITY);
    setAxisLineVisible(false);
    setTickMarksVisible(false);
    setTickLabelFont(type.note());
    setTickLabelPaint(style.theme().muted());
    setLabelFont(type.note());
    setLabelPaint(style.theme().muted());
    setAutoRangeIncludesZero(false);
  }

  @Override
  protected void selectAutoTickUnit(Graphics2D g2, Rectangle2D dataArea, RectangleEdge edge) {
    boolean across = RectangleEdge.isTopOrBottom(edge);
    double length = across ? dataArea.getWidth() : dataArea.getHeight();
    double steps = Math.max(FEWEST, length / (across ? PIXELS_ACROSS : PIXELS_UP));
    double step = roundStep(getRange().getLength() / steps);
    setTickUnit(new NumberTickUnit(step, format(step)), false, false);
  }

  @Override
  protected double calculateLowestVisibleTickValue() {
    double step = getTickUnit().getSize();
    return step * firstTick(step);
  }

  @Override
  protected int calculateVisibleTickCount() {
    double step = getTickUnit().getSize();
    return (int) (Math.floor(getRange().getUpperBound() / step) - firstTick(step) + 1);
  }

  private double firstTick(double step) {
    return Math.ceil(Math.max(least, getRange().getLowerBound()) / step);
  }

  private NumberFormat format(double step) {
    var format = style.numbers().format(decimals(step));
    if (signed) {
      format.setPositivePrefix("+");
      return new ZeroWithoutSign(format);
    }
    return format;
  }

  private static int decimals(double step) {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }

  /// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
  static double roundStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double factor : new double[] {1, 2, 5}) {
      if (factor * power >= least * (1 - 1e-9)) {
        return factor * power;
      }
    }
    return 10 * power;
  }

  /// The range with a margin on both sides, its ends moved outwards to round numbers, so that a few
  /// more results do not make the axis jump.
  static Range rounded(double low, double high, double margin) {
    double spread = high > low ? high - low : Math.max(Math.abs(high), 1) * 0.2;
    double from = low - spread * margin;
    double to = high + spread * margin;
    double step = roundStep((to - from) / 10);
    return new Range(Math.floor(from / step) * step, Math.ceil(to / step) * step);
  }
}
