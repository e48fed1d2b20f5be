package dev.plumbline.core;

/// How many of n have a property, and how surely?
///
/// The intervals are of the share in the population that the n rows are taken to be a random sample
/// of; where all rows of a manifest were counted, of the process that made it.
///
/// @param count those that have it, 0 to `n`
/// @param n all, at least 1
public record Proportion(long count, long n) {
  private static final double Z = 1.959963984540054;

  public Proportion {
    Arguments.check(0 <= count && count <= n && n > 0, "a proportion needs 0 ≤ count ≤ n, n > 0");
  }

  /// `count / n`.
  public double share() {
    return (double) count / n;
  }

  /// Wilson's 95 % interval of the share: `(p + z²/2n ± z √(p(1−p)/n + z²/4n²)) / (1 + z²/n)`, `z =
  /// 1.959964`. Wilson 1927, doi:10.1080/01621459.1927.10502953.
  public Interval wilson() {
    double share = share();
    double zz = Z * Z / n;
    double centre = (share + zz / 2) / (1 + zz);
    double half = Z * Math.sqrt(share * (1 - share) / n + zz / (4 * n)) / (1 + zz);
    double low = count == 0 ? 0 : centre - half;
    double high = count == n ? 1 : centre + half;
    return new Interval(low, high, 0.95, "Wilson");
  }

  /// 95 % interval of `share() − other.share()` of two independent samples: with Wilson's bounds l,
  /// u of each, `d − √((p₁−l₁)² + (u₂−p₂)²)` to `d + √((u₁−p₁)² + (p₂−l₂)²)`. Newcombe 1998, method
  /// 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.
  public Interval minus(Proportion other) {
    double difference = share() - other.share();
    Interval own = wilson();
    Interval others = other.wilson();
    double down = Math.hypot(share() - own.low(), others.high() - other.share());
    double up = Math.hypot(own.high() - share(), other.share() - others.low());
    return new Interval(difference - down, difference + up, 0.95, "Newcombe");
  }
}
