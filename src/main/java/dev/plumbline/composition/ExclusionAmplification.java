package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// Is the rarer of two groups also excluded at a higher rate?
///
/// Exclusion amplification in the sense of Hong et al. (arXiv 2405.08209): a group that is already
/// under-represented before filtering loses more by it. Here for the two targets of a test, the
/// rarer of which is called first: `factor = (kept₁/kept₂) / (raw₁/raw₂) = r₁/r₂`, the ratio of
/// their kept/raw ratios, with the 95 % interval `factor · exp(±1.959964 · √((1−r₁)/kept₁ +
/// (1−r₂)/kept₂))` (Katz et al. 1978, doi:10.2307/2530610). Below 1 the gap widens; it is called
/// amplified if the whole interval lies below 1. Rows that mention both groups count in both, so
/// the interval is approximate.
///
/// Not defined if a group is empty before filtering or the more frequent one after it.
///
/// @param rarer group with fewer rows before filtering (on a tie the test's X)
/// @param other group compared with
/// @param rawRatio raw₁/raw₂
/// @param keptRatio kept₁/kept₂
/// @param factor keptRatio / rawRatio
/// @param interval 95 % interval of it
/// @param reason why something is empty
public record ExclusionAmplification(
    String rarer,
    String other,
    OptionalDouble rawRatio,
    OptionalDouble keptRatio,
    OptionalDouble factor,
    Optional<Interval> interval,
    Optional<String> reason) {
  private static final double Z = 1.959963984540054;

  /// Whether the whole interval lies below 1.
  public boolean amplified() {
    return interval.isPresent() && interval.get().high() < 1;
  }

  /// Compares two groups.
  static ExclusionAmplification of(Retention x, Retention y) {
    Retention rarer = y.raw() < x.raw() ? y : x;
    Retention other = rarer == x ? y : x;
    OptionalDouble raw = ratio(rarer.raw(), other.raw());
    OptionalDouble kept = ratio(rarer.kept(), other.kept());
    if (rarer.raw() == 0 || raw.isEmpty() || kept.isEmpty()) {
      return new ExclusionAmplification(
          rarer.name(),
          other.name(),
          raw,
          kept,
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.of(
              rarer.raw() == 0 || raw.isEmpty()
                  ? "A group is not mentioned before filtering."
                  : "The more frequent group is not mentioned after filtering."));
    }
    double factor = kept.getAsDouble() / raw.getAsDouble();
    if (rarer.kept() == 0) {
      return new ExclusionAmplification(
          rarer.name(),
          other.name(),
          raw,
          kept,
          OptionalDouble.of(factor),
          Optional.empty(),
          Optional.of("The rarer group is not mentioned after filtering: no interval."));
    }
    double error = Math.sqrt(variance(rarer) + variance(other));
    return new ExclusionAmplification(
        rarer.name(),
        other.name(),
        raw,
        kept,
        OptionalDouble.of(factor),
        Optional.of(
            new Interval(
                factor * Math.exp(-Z * error),
                factor * Math.exp(Z * error),
                0.95,
                "log ratio, Katz")),
        Optional.empty());
  }

  private static double variance(Retention group) {
    return (1 - group.share().orElseThrow()) / group.kept();
  }

  private static OptionalDouble ratio(long above, long below) {
    return below == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) above / below);
  }
}
