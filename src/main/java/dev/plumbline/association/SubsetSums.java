package dev.plumbline.association;

import java.util.SplittableRandom;

/// Sums of k of n values, the k drawn uniformly and anew each time.
sealed interface SubsetSums permits BitSubsetSums, ShuffledSubsetSums {
  /// A source of sums: by bits where k is near n/2, by shuffling where it is far from it.
  static SubsetSums of(double[] values, int k) {
    return 4 * k >= values.length && 4 * k <= 3 * values.length
        ? new BitSubsetSums(values, k)
        : new ShuffledSubsetSums(values, k);
  }

  /// Forgets all draws, so that what comes depends on the generator alone.
  void restart();

  /// The next sum.
  double next(SplittableRandom random);

  /// A uniform integer in `[0, bound)` by multiplication with rejection (Lemire 2019, DOI
  /// 10.1145/3230636), without bias.
  static int below(SplittableRandom random, int bound) {
    long product = (random.nextLong() >>> 32) * bound;
    if ((product & 0xFFFFFFFFL) < bound) {
      long threshold = (1L << 32) % bound;
      while ((product & 0xFFFFFFFFL) < threshold) {
        product = (random.nextLong() >>> 32) * bound;
      }
    }
    return (int) (product >>> 32);
  }
}
