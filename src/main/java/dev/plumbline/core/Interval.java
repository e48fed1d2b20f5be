package dev.plumbline.core;

/// A confidence interval of an estimate.
///
/// @param low lower bound, not above `high`
/// @param high upper bound
/// @param level coverage, such as 0.95
/// @param method how it was obtained, such as `Wald` or `percentile bootstrap, 1000 resamples`
public record Interval(double low, double high, double level, String method) {
  public Interval {
    Arguments.check(low <= high, "low must not exceed high and neither may be NaN");
    Arguments.check(level > 0 && level < 1, "level must lie between 0 and 1");
    Arguments.notBlank(method, "method");
  }

  /// Whether `value` lies within the bounds, ends included.
  public boolean contains(double value) {
    return low <= value && value <= high;
  }
}
