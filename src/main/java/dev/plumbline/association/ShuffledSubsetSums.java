package dev.plumbline.association;

import java.util.SplittableRandom;

/// Draws by the first k steps of a Fisher–Yates shuffle; the shuffle goes on from the arrangement
/// that the previous draw left, which keeps draws uniform and independent without copying.
final class ShuffledSubsetSums implements SubsetSums {
  private final double[] values;
  private final double[] pool;
  private final int k;

  ShuffledSubsetSums(double[] values, int k) {
    this.values = values;
    this.pool = values.clone();
    this.k = k;
  }

  @Override
  public void restart() {
    System.arraycopy(values, 0, pool, 0, pool.length);
  }

  @Override
  public double next(SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < k; i++) {
      int j = i + SubsetSums.below(random, pool.length - i);
      double taken = pool[j];
      pool[j] = pool[i];
      pool[i] = taken;
      sum += taken;
    }
    return sum;
  }
}
