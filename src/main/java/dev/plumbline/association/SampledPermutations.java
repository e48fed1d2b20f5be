package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import java.util.SplittableRandom;

/// Draws partitions uniformly and counts those that are at least as extreme.
///
/// Draws come in blocks of [#BLOCK], each with its own generator split off the seed's and a source
/// of sums as at the start: a block's count does not depend on the others, so any division of
/// blocks among threads gives the same p.
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
    SubsetSums sums = SubsetSums.of(values, k);
    for (long left = budget - 1; left > 0; left -= BLOCK) {
      cancellation.check();
      sums.restart();
      draw(sums, root.split(), (int) Math.min(left, BLOCK), extreme, tally);
    }
    double p = (1.0 + tally.atLeast) / budget;
    return new PermutationP(p, false, budget, 1 + tally.atLeast, tally.atLeast - tally.beyond);
  }

  private static void draw(
      SubsetSums sums,
      SplittableRandom random,
      int draws,
      PermutationTest.Extreme extreme,
      Tally tally) {
    for (int draw = 0; draw < draws; draw++) {
      double sum = sums.next(random);
      if (extreme.includes(sum)) {
        tally.atLeast++;
        if (extreme.exceededBy(sum)) {
          tally.beyond++;
        }
      }
    }
  }

  private static final class Tally {
    long atLeast;
    long beyond;
  }
}
