package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import java.util.OptionalDouble;

/// How strongly does the attribute of a caption depend on its target, whatever the direction?
///
/// Cramér's V of the table of X, Y by A, B with the bias of small samples removed (Bergsma 2013,
/// doi:10.1016/j.jkss.2012.10.002). With `n` the sum of the cells and `φ² = (n_XA·n_YB −
/// n_XB·n_YA)² / (n_X· n_Y· n_·A n_·B)`:
///
/// `V = √(max(0, φ² − 1/(n−1)) / (1 − 1/(n−1)))`
///
/// which is Bergsma's `√(φ̃² / min(r̃−1, c̃−1))` with `φ̃² = max(0, φ² − (r−1)(c−1)/(n−1))` and `r̃
/// = r − (r−1)²/(n−1)`, likewise `c̃`, for r = c = 2. Range 0 (no more than independent rows would
/// show) to 1 (the target tells the attribute). It has no sign: see [LogOddsRatio].
///
/// `n` counts cells, not rows: a row that falls in several cells counts in each, so V is
/// approximate where rows overlap. Not defined where a row or column of the table is empty, or for
/// fewer than 3.
public final class CramersV {
  private CramersV() {}

  /// V of four counts, empty where not defined.
  ///
  /// @throws IllegalArgumentException if a count is negative
  public static OptionalDouble of(long xa, long xb, long ya, long yb) {
    Arguments.check(Math.min(Math.min(xa, xb), Math.min(ya, yb)) >= 0, "a count is negative");
    double x = (double) xa + xb;
    double y = (double) ya + yb;
    double a = (double) xa + ya;
    double b = (double) xb + yb;
    double n = x + y;
    if (x == 0 || y == 0 || a == 0 || b == 0 || n < 3) {
      return OptionalDouble.empty();
    }
    double difference = (xa / x) * (yb / y) - (xb / x) * (ya / y);
    double phiSquared = difference * difference * (x / a) * (y / b);
    double bias = 1 / (n - 1);
    double v = Math.sqrt(Math.max(0, phiSquared - bias) / (1 - bias));
    return OptionalDouble.of(Math.min(1, v));
  }
}
