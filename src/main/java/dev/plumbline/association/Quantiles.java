package dev.plumbline.association;

/// Quantiles of resampled values, by linear interpolation between order statistics.
final class Quantiles {
  private Quantiles() {}

  /// The quantile at a share.
  ///
  /// @param sorted values, ascending, at least one
  /// @param share from 0 to 1
  static double of(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
