package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import java.util.SplittableRandom;

/// Draws partitions uniformly and counts those that are at least as extreme.
///
/// A partition is drawn by the first k steps of a Fisher–Yates shuffle; the shuffle goes on from
/// the arrangement the previous draw left, which keeps draws uniform and independent without
/// copying. Draws come in blocks of [#BLOCK], each with its own generator split off the seed's and
/// its own fresh copy of the values: a block's count does not depend on the others, so any division
/// of blocks among threads gives the same p.
final class SampledPermutations {
  /// Draws that share one generator.
  static final int BLOCK = 1 << 13;

  private final double[] values;
  private final int k;
  private final long seed;

  /// Prepares draws of `k` of the `values`.
  SampledPermutations(double[] values, int k, long seed) {
    this.values = values;
    this.k = k;
    this.seed = seed;
  }

  /// Counts in `budget − 1` draws and adds the observed partition.
  PermutationP count(PermutationTest.Extreme extreme, long budget, Cancellation cancellation) {
    SplittableRandom root = new SplittableRandom(seed);
    Tally tally = new Tally();
    double[] pool = values.clone();
    for (long left = budget - 1; left > 0; left -= BLOCK) {
      cancellation.check();
      System.arraycopy(values, 0, pool, 0, values.length);
      draw(pool, root.split(), (int) Math.min(left, BLOCK), extreme, tally);
    }
    double p = (1.0 + tally.atLeast) / budget;
    return new PermutationP(p, false, budget, 1 + tally.atLeast, tally.atLeast - tally.beyond);
  }

  private void draw(
      double[] pool,
      SplittableRandom random,
      int draws,
      PermutationTest.Extreme extreme,
      Tally tally) {
    int n = pool.length;
    for (int draw = 0; draw < draws; draw++) {
      double sum = 0;
      for (int i = 0; i < k; i++) {
        int j = i + below(random, n - i);
        double taken = pool[j];
        pool[j] = pool[i];
        pool[i] = taken;
        sum += taken;
      }
      if (extreme.includes(sum)) {
        tally.atLeast++;
        if (extreme.exceededBy(sum)) {
          tally.beyond++;
        }
      }
    }
  }

  /// A uniform integer in `[0, bound)` by multiplication with rejection (Lemire 2019, DOI
  /// 10.1145/3230636), without bias.
  private static int below(SplittableRandom random, int bound) {
    long product = (random.nextLong() >>> 32) * bound;
    if ((product & 0xFFFFFFFFL) < bound) {
      long threshold = (1L << 32) % bound;
      while ((product & 0xFFFFFFFFL) < threshold) {
        product = (random.nextLong() >>> 32) * bound;
      }
    }
    return (int) (product >>> 32);
  }

  private static final class Tally {
    long atLeast;
    long beyond;
  }
}
