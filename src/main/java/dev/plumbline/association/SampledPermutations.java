package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import java.util.SplittableRandom;
import java.util.function.Supplier;

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
  private final int threads;

  /// Prepares draws of `k` of the `values`, on so many threads.
  SampledPermutations(double[] values, int k, long seed, int threads) {
    this.values = values;
    this.k = k;
    this.seed = seed;
    this.threads = threads;
  }

  /// Counts in `budget − 1` draws and adds the observed partition.
  PermutationP count(PermutationTest.Extreme extreme, long budget, Cancellation cancellation) {
    long[] tally =
        blocks(budget, cancellation)
            .run(
                threads,
                2,
                (sums, random, draws, into) -> {
                  long atLeast = 0;
                  long beyond = 0;
                  for (int draw = 0; draw < draws; draw++) {
                    double sum = sums.next(random);
                    if (extreme.includes(sum)) {
                      atLeast++;
                      beyond += extreme.exceededBy(sum) ? 1 : 0;
                    }
                  }
                  into[0] += atLeast;
                  into[1] += beyond;
                });
    double p = (1.0 + tally[0]) / budget;
    return new PermutationP(p, false, budget, 1 + tally[0], tally[0] - tally[1]);
  }

  /// The same draws and the observed partition by sum: entry 0 those below the first edge, entry i
  /// those from edge i − 1 on and below edge i, the last those from the last edge on. Edges lie at
  /// equal distances.
  long[] histogram(double[] edges, double observed, long budget, Cancellation cancellation) {
    long[] counts =
        blocks(budget, cancellation)
            .run(
                threads,
                edges.length + 1,
                (sums, random, draws, into) -> {
                  for (int draw = 0; draw < draws; draw++) {
                    into[bin(edges, sums.next(random))]++;
                  }
                });
    counts[bin(edges, observed)]++;
    return counts;
  }

  private DrawBlocks blocks(long budget, Cancellation cancellation) {
    Supplier<SubsetSums> sums = () -> SubsetSums.of(values, k);
    return new DrawBlocks(budget - 1, BLOCK, new SplittableRandom(seed), sums, cancellation);
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
}
