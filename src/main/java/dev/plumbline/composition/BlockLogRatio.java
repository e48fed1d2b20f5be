package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import org.hipparchus.distribution.continuous.TDistribution;

/// 95 % interval of a ratio of products of totals that are estimated from blocks drawn without
/// replacement.
///
/// For `R = Π T_i / Π T_j` with as many totals above as below, `T = Σ_b t_b` over B of M blocks,
/// `ln R` has the linearised variance `v = (1 − B/M) · B/(B − 1) · Σ_b (z_b − z̄)²` with `z_b = Σ_i
/// t_ib/T_i − Σ_j t_jb/T_j` (Woodruff 1971, doi:10.1080/01621459.1971.10482279). The interval is `R
/// · exp(±h)`, h the greater of `t_{B−1} √v` and the half width that holds for rows drawn one by
/// one: rows that are alike within their block count for fewer, rows that differ never for more.
/// What is added to each total against zeros (0.5 in [LogOddsRatio]) is added here too.
///
/// Totals must be above 0 after that; there must be two blocks or more.
final class BlockLogRatio {
  private static final String METHOD = "log ratio, blocks";
  private static final double LEVEL = 0.95;

  private final double factor;
  private final double quantile;

  /// @param blocks blocks drawn, at least 2
  /// @param ofBlocks blocks that there are
  BlockLogRatio(int blocks, long ofBlocks) {
    double drawn = blocks;
    factor = (1 - drawn / ofBlocks) * drawn / (drawn - 1);
    quantile = new TDistribution(drawn - 1).inverseCumulativeProbability((1 + LEVEL) / 2);
  }

  /// The interval of a ratio.
  ///
  /// @param alone its interval for rows drawn one by one, symmetrical on the scale of logarithms
  /// @param above counts by block of each total above the line
  /// @param below counts by block of each total below it
  Interval ofRatio(double ratio, Interval alone, long[][] above, long[][] below) {
    double half = half(Math.log(alone.high() / ratio), 0, above, below);
    return new Interval(ratio * Math.exp(-half), ratio * Math.exp(half), LEVEL, METHOD);
  }

  /// The interval of a ratio's logarithm.
  ///
  /// @param alone its interval for rows drawn one by one, symmetrical
  /// @param added what was added to each total
  /// @param above counts by block of each total above the line
  /// @param below counts by block of each total below it
  Interval ofLog(double log, Interval alone, double added, long[][] above, long[][] below) {
    double half = half(alone.high() - log, added, above, below);
    return new Interval(log - half, log + half, LEVEL, METHOD);
  }

  private double half(double alone, double added, long[][] above, long[][] below) {
    double[] influence = new double[above[0].length];
    for (int i = 0; i < above.length; i++) {
      add(influence, above[i], added, 1);
      add(influence, below[i], added, -1);
    }
    double mean = 0;
    for (double each : influence) {
      mean += each / influence.length;
    }
    double squares = 0;
    for (double each : influence) {
      squares += (each - mean) * (each - mean);
    }
    return Math.max(alone, quantile * Math.sqrt(factor * squares));
  }

  private static void add(double[] influence, long[] counts, double added, int sign) {
    double total = added;
    for (long count : counts) {
      total += count;
    }
    for (int block = 0; block < counts.length; block++) {
      influence[block] += sign * counts[block] / total;
    }
  }
}
