package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much more often do rows repeat others in one manifest than in another?
///
/// The share of repeats grows with the number of rows: of two manifests drawn from the same source
/// the larger has more. Compare the sizes too.
///
/// @param reference the manifest compared with
/// @param other the manifest looked at, by the same column
public record DuplicateDifference(Duplicates reference, Duplicates other) {
  /// The column.
  public DuplicateKey key() {
    return reference.key();
  }

  /// Share of repeats in the other less that in the reference; empty where one of them has no row
  /// with a text.
  public OptionalDouble difference() {
    return reference.share().isEmpty() || other.share().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(other.share().getAsDouble() - reference.share().getAsDouble());
  }

  /// 95 % interval of the difference, `d − √((p₂−l₂)² + (u₁−p₁)²)` to `d + √((u₂−p₂)² + (p₁−l₁)²)`
  /// with shares p and their bounds l, u (Zou and Donner 2008, doi:10.1002/sim.3095), where what
  /// was counted has no width. Texts that both have are kept in both or in neither, so that errors
  /// go together and the interval is rather too wide. Empty where both were counted or there is no
  /// difference.
  public Optional<Interval> interval() {
    if (difference().isEmpty() || reference.exact() && other.exact()) {
      return Optional.empty();
    }
    double d = difference().getAsDouble();
    double down = Math.hypot(below(other), above(reference));
    double up = Math.hypot(above(other), below(reference));
    return Optional.of(new Interval(d - down, d + up, 0.95, method()));
  }

  private static double below(Duplicates it) {
    return it.shareInterval().map(bounds -> it.share().orElseThrow() - bounds.low()).orElse(0.0);
  }

  private static double above(Duplicates it) {
    return it.shareInterval().map(bounds -> bounds.high() - it.share().orElseThrow()).orElse(0.0);
  }

  /// How it was obtained.
  public String method() {
    return reference.exact() && other.exact()
        ? "exact count"
        : "distinct sampling, variance estimates recovered";
  }

  /// Why there is no difference.
  public Optional<String> reason() {
    return reference.reason().or(other::reason);
  }
}
