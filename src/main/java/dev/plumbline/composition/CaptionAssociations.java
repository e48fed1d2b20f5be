package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// Computes the caption association of a test from its counts.
///
/// The log odds ratio is [LogOddsRatio]'s. `ΔnPMI = nPMI(X,A) − nPMI(Y,A) − nPMI(X,B) + nPMI(Y,B)`
/// ([MutualInformation]): the difference of Aka et al. (arXiv 2103.03417,
/// doi:10.1145/3461702.3462557) between the groups X and Y, taken for A and again for B. Range −4
/// to 4; positive: X goes with A, and Y with B. Not defined where one of the four nPMI is not.
final class CaptionAssociations {
  private CaptionAssociations() {}

  /// The association of a test.
  ///
  /// @param x rows that mention X; likewise y, a, b
  /// @param all used rows whose caption is not null
  static CaptionAssociation of(
      LexiconTest test, Cells cells, long x, long y, long a, long b, long all) {
    Optional<LogOddsRatio> ratio = LogOddsRatio.of(cells.xa(), cells.xb(), cells.ya(), cells.yb());
    OptionalDouble xa = MutualInformation.normalised(cells.xa(), x, a, all);
    OptionalDouble xb = MutualInformation.normalised(cells.xb(), x, b, all);
    OptionalDouble ya = MutualInformation.normalised(cells.ya(), y, a, all);
    OptionalDouble yb = MutualInformation.normalised(cells.yb(), y, b, all);
    boolean defined = xa.isPresent() && xb.isPresent() && ya.isPresent() && yb.isPresent();
    OptionalDouble delta =
        defined
            ? OptionalDouble.of(
                xa.getAsDouble() - ya.getAsDouble() - xb.getAsDouble() + yb.getAsDouble())
            : OptionalDouble.empty();
    Optional<Interval> interval = ratio.map(LogOddsRatio::interval);
    return new CaptionAssociation(
        test.id(),
        test.x(),
        test.y(),
        test.a(),
        test.b(),
        cells.xa(),
        cells.xb(),
        cells.ya(),
        cells.yb(),
        cells.overlap(),
        ratio.map(r -> OptionalDouble.of(r.value())).orElse(OptionalDouble.empty()),
        interval,
        delta,
        reason(ratio.isPresent(), defined, cells));
  }

  private static Optional<String> reason(boolean ratio, boolean delta, Cells cells) {
    if (!ratio) {
      return Optional.of("No caption mentions a target together with an attribute.");
    }
    if (delta) {
      return Optional.empty();
    }
    boolean zero = cells.xa() == 0 || cells.xb() == 0 || cells.ya() == 0 || cells.yb() == 0;
    return Optional.of(
        zero
            ? "ΔnPMI is not defined: a target and an attribute never occur together."
            : "ΔnPMI is not defined: a target and an attribute occur together in every caption.");
  }

  /// Contingency of a test.
  ///
  /// @param xa rows that mention X and A; likewise xb, ya, yb
  /// @param overlap rows that fall in more than one cell
  record Cells(long xa, long xb, long ya, long yb, long overlap) {}
}
