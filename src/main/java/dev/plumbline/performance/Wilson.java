package dev.plumbline.performance;

import dev.plumbline.core.Interval;

/// Interval of a share.
///
/// `(p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n)` with `z = 1.959964` for 95 %; stays
/// within [0, 1] and is sensible for shares near the ends. Source: Wilson 1927, DOI
/// 10.1080/01621459.1927.10502953.
final class Wilson {
  private static final double Z = 1.959963984540054;

  private Wilson() {}

  /// 95 % interval of `successes` out of `n ≥ 1`.
  static Interval interval(long successes, long n) {
    double share = (double) successes / n;
    double zz = Z * Z / n;
    double centre = (share + zz / 2) / (1 + zz);
    double half = Z * Math.sqrt(share * (1 - share) / n + zz / (4 * n)) / (1 + zz);
    double low = successes == 0 ? 0 : centre - half;
    double high = successes == n ? 1 : centre + half;
    return new Interval(low, high, 0.95, "Wilson");
  }
}
