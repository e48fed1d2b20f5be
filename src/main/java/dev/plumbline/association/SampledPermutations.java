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

  /// The same draws and the observed partition by sum: entry 0 those below the first edge, entry i
  /// those from edge i − 1 on and below edge i, the last those from the last edge on. Edges lie at
  /// equal distances.
  long[] histogram(double[] edges, double observed, long budget, Cancellation cancellation) {
    SplittableRandom root = new SplittableRandom(seed);
    SubsetSums sums = SubsetSums.of(values, k);
    long[] counts = new long[edges.length + 1];
    counts[bin(edges, observed)]++;
    for (long left = budget - 1; left > 0; left -= BLOCK) {
      cancellation.check();
      sums.restart();
      SplittableRandom random = root.split();
      for (long draw = Math.min(left, BLOCK); draw > 0; draw--) {
        counts[bin(edges, sums.next(random))]++;
      }
    }
    return counts;
  }

  private static int bin(double[] edges, double sum) {
    int last = edges.length - 1;
    double share = (sum - edges[0]) / (edges[last] - edges[0]);
    int bin = (int) Math.clamp(Math.floor(share * last) + 1, 0, last + 1);
    while (bin > 0 && sum < edges[bin - 1]) {
      bin--;
    }
    while (bin <= last && sum >= edges[bin]) {
      bin++;
    }
    return bin;
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
