package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.Arrays;
import org.hipparchus.distribution.continuous.BetaDistribution;
import org.hipparchus.distribution.continuous.TDistribution;

/// 95 % interval of a share that is estimated from blocks drawn without replacement.
///
/// With `y_b` of the `m_b` rows of block b having the property, B of M blocks drawn and n rows in
/// them, `p = Σ y_b / n` has the linearised variance `v = (1 − B/M) · B/(B − 1) · Σ (y_b − p m_b)²
/// / n²` (ratio estimator: Cochran 1977, Sampling Techniques, §2.11, §9A). The interval is that of
/// Korn and Graubard 1998, Survey Methodology 24, 193–201: Clopper–Pearson's for `n* = min(n, p(1 −
/// p)/v · (t_{n−1}/t_{B−1})²)` rows, so that rows that are alike within their block count for
/// fewer. Where v is 0 or undefined, `n* = n · (t_{n−1}/t_{B−1})²`; where all blocks were drawn,
/// the interval is the share itself; with one of several blocks there is none.
final class BlockShare {
  private static final String METHOD = "Korn–Graubard, blocks";
  private static final double LEVEL = 0.95;
  private static final double TAIL = (1 - LEVEL) / 2;

  private final long[] rows;
  private final long all;
  private final long ofBlocks;
  private final double shrink;

  /// @param rows rows of each block
  /// @param ofBlocks blocks that there are
  BlockShare(long[] rows, long ofBlocks) {
    this.rows = rows.clone();
    this.all = Arrays.stream(rows).sum();
    this.ofBlocks = ofBlocks;
    this.shrink = all < 2 || rows.length < 2 ? 1 : shrink(all - 1, rows.length - 1);
  }

  private static double shrink(long rowFreedom, int blockFreedom) {
    double ratio =
        new TDistribution(rowFreedom).inverseCumulativeProbability(1 - TAIL)
            / new TDistribution(blockFreedom).inverseCumulativeProbability(1 - TAIL);
    return ratio * ratio;
  }

  /// Whether an interval can be told.
  boolean defined() {
    return rows.length == ofBlocks ? all > 0 : all >= 2 && rows.length >= 2;
  }

  /// The interval of a share.
  ///
  /// @param counts rows of each block that have the property
  Interval interval(long[] counts) {
    double count = Arrays.stream(counts).sum();
    double share = count / all;
    if (rows.length == ofBlocks) {
      return new Interval(share, share, LEVEL, METHOD);
    }
    double variance = variance(counts, share);
    double effective = variance > 0 ? share * (1 - share) / variance : all;
    double n = Math.max(1, Math.min(all, effective * shrink));
    double x = share * n;
    double low = count == 0 ? 0 : quantile(x, n - x + 1, TAIL);
    double high = count == all ? 1 : quantile(x + 1, n - x, 1 - TAIL);
    return new Interval(Math.min(low, share), Math.max(high, share), LEVEL, METHOD);
  }

  private double variance(long[] counts, double share) {
    double squares = 0;
    for (int block = 0; block < rows.length; block++) {
      double difference = counts[block] - share * rows[block];
      squares += difference * difference;
    }
    double blocks = rows.length;
    double unseen = 1 - blocks / ofBlocks;
    return unseen * blocks / (blocks - 1) * squares / ((double) all * all);
  }

  private static double quantile(double alpha, double beta, double probability) {
    return new BetaDistribution(alpha, beta).inverseCumulativeProbability(probability);
  }
}
