package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Interval;
import java.util.Optional;

/// How much larger are the odds of A against B in captions that mention X than in those that
/// mention Y?
///
/// `ln(n_XA · n_YB / (n_XB · n_YA))`, where `n_XA` is the number of rows that mention X and A, and
/// so on. If one of the four cells is 0, 0.5 is added to all four (Haldane 1956,
/// doi:10.1111/j.1469-1809.1955.tb01285.x; Anscombe 1956, doi:10.1093/biomet/43.3-4.461). Positive:
/// X goes with A more than Y does. Range: all reals; 0 where the odds are the same.
///
/// The 95 % interval is Wald's, `± 1.959964 · √(1/n_XA + 1/n_XB + 1/n_YA + 1/n_YB)` (Woolf 1955,
/// doi:10.1111/j.1469-1809.1955.tb01348.x), of the same corrected cells. It assumes that each row
/// falls in one cell only and is approximate where rows fall in several.
///
/// Not defined if all four cells are 0. Logarithms are summed in double, so that products cannot
/// overflow. As a measure of bias in text: Valentini et al., arXiv 2104.06474.
///
/// @param value natural logarithm
/// @param interval 95 % interval
public record LogOddsRatio(double value, Interval interval) {
  private static final double Z = 1.959964;

  /// What is added to all four cells if one is 0.
  static final double CORRECTION = 0.5;

  /// The log odds ratio of four counts, empty if all are 0.
  ///
  /// @throws IllegalArgumentException if a count is negative
  public static Optional<LogOddsRatio> of(long xa, long xb, long ya, long yb) {
    Arguments.check(Math.min(Math.min(xa, xb), Math.min(ya, yb)) >= 0, "a count is negative");
    if (xa == 0 && xb == 0 && ya == 0 && yb == 0) {
      return Optional.empty();
    }
    double c = xa == 0 || xb == 0 || ya == 0 || yb == 0 ? CORRECTION : 0;
    double value = Math.log(xa + c) + Math.log(yb + c) - Math.log(xb + c) - Math.log(ya + c);
    double error = Math.sqrt(1 / (xa + c) + 1 / (xb + c) + 1 / (ya + c) + 1 / (yb + c));
    return Optional.of(
        new LogOddsRatio(value, new Interval(value - Z * error, value + Z * error, 0.95, "Wald")));
  }
}
