package dev.plumbline.report;

import dev.plumbline.core.Interval;

/// Shares as per cent.
final class Percents {
  private static final double PERCENT = 100;

  private Percents() {}

  /// The interval of a share, in per cent.
  static Interval of(Interval share) {
    return new Interval(
        PERCENT * share.low(), PERCENT * share.high(), share.level(), share.method());
  }
}
