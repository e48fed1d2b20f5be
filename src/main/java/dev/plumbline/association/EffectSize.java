package dev.plumbline.association;

/// Effect size of a difference between two groups, or none if the values do not vary.
///
/// `d = (mean_X s − mean_Y s) / SD_{X∪Y}(s)`, the SD taken over both groups together with divisor
/// `N − ddof`, `N = n_X + n_Y`; `r` is the point-biserial correlation between membership of X and
/// `s`: `r = (mean_X s − mean_Y s)/SD_0 · √(n_X n_Y)/N`. Bounds: `|r| ≤ 1`, `|d| ≤ √((N − ddof) N /
/// (n_X n_Y))`. An SD of at most [#NO_SPREAD] is rounding noise (cosines of parallel vectors differ
/// by some 1e-16) and counts as zero: then d and r do not exist.
///
/// @param difference `mean_X s − mean_Y s`
/// @param sd standard deviation with the stated ddof
/// @param d effect size, NaN if not defined
/// @param r point-biserial correlation, NaN if not defined
record EffectSize(double difference, double sd, double d, double r) {
  /// Largest standard deviation that is taken for zero.
  static final double NO_SPREAD = 1e-15;

  /// Measures two groups.
  static EffectSize of(AssociationScores s, int ddof) {
    double[] values = s.values();
    double mean = mean(values, 0, s.n());
    double difference = mean(values, 0, s.nX()) - mean(values, s.nX(), s.n());
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    double sd = Math.sqrt(squares / (s.n() - ddof));
    if (!(sd > NO_SPREAD)) {
      return new EffectSize(difference, sd, Double.NaN, Double.NaN);
    }
    double populationSd = Math.sqrt(squares / s.n());
    double r = difference / populationSd * Math.sqrt((double) s.nX() * s.nY()) / s.n();
    return new EffectSize(difference, sd, difference / sd, Math.clamp(r, -1, 1));
  }

  /// The largest |d| that these numbers of values allow.
  static double bound(int nX, int nY, int ddof) {
    double n = (double) nX + nY;
    return Math.sqrt((n - ddof) * n / ((double) nX * nY));
  }

  /// Whether d exists.
  boolean defined() {
    return !Double.isNaN(d);
  }

  private static double mean(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum / (to - from);
  }
}
