package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.FilterLimit;

/// Where the slider of a limit runs; one end switches the limit off.
///
/// @param low left end
/// @param high right end
/// @param step distance of the values that can be set
/// @param decimals decimals shown
/// @param off the end that stands for no limit
record LimitRange(double low, double high, double step, int decimals, double off) {
  /// The range of a limit.
  static LimitRange of(FilterLimit limit) {
    return switch (limit) {
      case SIMILARITY -> new LimitRange(0, 0.5, 0.01, 2, 0);
      case SIDE -> new LimitRange(0, 1024, 32, 0, 0);
      case ELONGATION -> new LimitRange(1, 5, 0.25, 2, 5);
      case WORDS -> new LimitRange(0, 30, 1, 0, 0);
      case UNSAFE -> new LimitRange(0, 1, 0.05, 2, 1);
    };
  }

  /// The nearest value that can be set.
  double rounded(double value) {
    double steps = Math.rint((value - low) / step);
    return Math.rint((low + steps * step) * 1e6) / 1e6;
  }
}
