package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import java.util.Arrays;
import java.util.OptionalDouble;

/// Are the targets of a test spoken of equally often, and equally often with each attribute?
///
/// Representation bias and association bias of data (Alabdulmohsin et al. 2024, CLIP the Bias,
/// arXiv 2403.04547), over the N captions that mention X or Y. With `s_k` = 1 where a caption
/// mentions target k, `y_r` = 1 where it mentions attribute r, and the aim `π_k` = 1/2 (parity, as
/// in their study of gender):
///
/// `RB = max_k |E[s_k] − π_k|`, `AB = max_{k,r} |E[(s_k − π_k) · y_r]|`
///
/// that is `n_k / N − 1/2` and `(n_kr − n_r / 2) / N`. Both lie in 0 to 1/2 and are 0 where the aim
/// is met; the signed moments behind them say which way ([#representationX()], …). RB is of first
/// order, AB of second: AB counts captions, so it is small where attributes are rare, and is moved
/// by the representation too, which [LogOddsRatio] is not.
///
/// A caption that mentions both targets counts for both. Not defined where N is 0. An attribute
/// that occurs in none of the N captions has moments of exactly 0.
///
/// @param rows N
/// @param x captions that mention X; likewise y
/// @param a of the N captions, those that mention A; likewise b
/// @param xa captions that mention X and A; likewise xb, ya, yb
public record TargetBalance(
    long rows, long x, long y, long a, long b, long xa, long xb, long ya, long yb) {
  private static final double AIM = 0.5;

  public TargetBalance {
    Arguments.check(
        Math.max(x, y) <= rows && rows <= x + y, "the captions are those of X and those of Y");
    Arguments.check(
        0 <= Math.min(xa, ya) && Math.max(xa, ya) <= a && a <= xa + ya && a <= rows,
        "captions with A are those of XA and those of YA");
    Arguments.check(
        0 <= Math.min(xb, yb) && Math.max(xb, yb) <= b && b <= xb + yb && b <= rows,
        "captions with B are those of XB and those of YB");
  }

  /// Greatest absolute moment of first order; empty without captions.
  public OptionalDouble representationBias() {
    return greatest(representationX(), representationY());
  }

  /// Greatest absolute moment of second order; empty without captions.
  public OptionalDouble associationBias() {
    return greatest(associationXa(), associationXb(), associationYa(), associationYb());
  }

  private OptionalDouble greatest(Moment... moments) {
    return rows == 0
        ? OptionalDouble.empty()
        : Arrays.stream(moments).mapToDouble(Moment::value).map(Math::abs).max();
  }

  /// Share of captions that mention X, less 1/2.
  public Moment representationX() {
    return Moment.ofShare(x, rows, AIM);
  }

  /// Share of captions that mention Y, less 1/2.
  public Moment representationY() {
    return Moment.ofShare(y, rows, AIM);
  }

  /// Mean of (mentions X − 1/2) · (mentions A).
  public Moment associationXa() {
    return Moment.ofProduct(xa, a, rows, AIM);
  }

  /// Mean of (mentions X − 1/2) · (mentions B).
  public Moment associationXb() {
    return Moment.ofProduct(xb, b, rows, AIM);
  }

  /// Mean of (mentions Y − 1/2) · (mentions A).
  public Moment associationYa() {
    return Moment.ofProduct(ya, a, rows, AIM);
  }

  /// Mean of (mentions Y − 1/2) · (mentions B).
  public Moment associationYb() {
    return Moment.ofProduct(yb, b, rows, AIM);
  }
}
