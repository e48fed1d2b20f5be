package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Interval;
import java.util.Optional;

/// A mean over captions that would be 0 if an aim were met.
///
/// @param value the mean; NaN without captions
/// @param interval 95 % interval; empty where nothing can be said of its error
public record Moment(double value, Optional<Interval> interval) {
  private static final double Z = 1.959964;

  /// `n / N − π`, with Wilson's interval of the share (Wilson 1927,
  /// doi:10.1080/01621459.1927.10502953) shifted by the aim; no interval without captions.
  ///
  /// @param n captions of the target
  /// @param rows all captions, not fewer
  /// @param aim π
  static Moment ofShare(long n, long rows, double aim) {
    Arguments.check(0 <= n && n <= rows, "the target is among all captions");
    if (rows == 0) {
      return new Moment(Double.NaN, Optional.empty());
    }
    double share = (double) n / rows;
    double spread = Z * Z / rows;
    double centre = (share + spread / 2) / (1 + spread);
    double half = Z * Math.sqrt((share * (1 - share) + spread / 4) / rows) / (1 + spread);
    return new Moment(
        share - aim,
        Optional.of(
            new Interval(
                Math.max(0, centre - half) - aim,
                Math.min(1, centre + half) - aim,
                0.95,
                "Wilson")));
  }

  /// Mean of `(s − π) · y` over N captions: `(n_sy − π n_y) / N`, with Wald's interval: the product
  /// is `1 − π` in n_sy captions, `−π` in `n_y − n_sy` and 0 in the others, which gives its
  /// variance. No interval where no caption has the attribute or there are fewer than 2.
  ///
  /// @param both captions with target and attribute, n_sy
  /// @param attribute captions with the attribute, n_y, not fewer
  /// @param rows all captions, not fewer
  /// @param aim π
  static Moment ofProduct(long both, long attribute, long rows, double aim) {
    Arguments.check(
        0 <= both && both <= attribute && attribute <= rows,
        "counts must nest: both ≤ attribute ≤ all");
    if (rows == 0) {
      return new Moment(Double.NaN, Optional.empty());
    }
    double value = (both - aim * attribute) / rows;
    if (attribute == 0 || rows < 2) {
      return new Moment(value, Optional.empty());
    }
    double squares = both * (1 - aim) * (1 - aim) + (attribute - both) * aim * aim;
    double variance = (squares / rows - value * value) / (rows - 1);
    double half = Z * Math.sqrt(Math.max(0, variance));
    return new Moment(value, Optional.of(new Interval(value - half, value + half, 0.95, "Wald")));
  }
}
