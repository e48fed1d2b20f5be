package dev.plumbline.association;

import java.util.Arrays;

/// MaxSkew@k and NDKL of rankings under any labelling of their images; see [RetrievalSkew].
final class SkewMeasures {
  private final int[][] orders;
  private final double[] desired;
  private final int k;
  private final PrefixDivergence divergence;

  /// @param orders images for each query, the first result first
  /// @param desired desired share of each value, all positive
  /// @param k first results that count, fewer than images
  SkewMeasures(int[][] orders, double[] desired, int k) {
    this.orders = orders;
    this.desired = desired;
    this.k = k;
    divergence = new PrefixDivergence(desired, orders[0].length);
  }

  /// All measures of one query.
  QuerySkew of(int query, String text, int[] labels) {
    int[] top = top(orders[query], labels);
    return new QuerySkew(
        text,
        Arrays.stream(top).boxed().toList(),
        maxSkew(top),
        divergence.of(orders[query], labels, labels.length),
        divergence.of(orders[query], labels, k));
  }

  /// Means over the queries: MaxSkew@k, NDKL, NDKL of the first k.
  double[] means(int[] labels) {
    double[] sums = new double[3];
    for (int[] order : orders) {
      sums[0] += maxSkew(top(order, labels));
      sums[1] += divergence.of(order, labels, labels.length);
      sums[2] += divergence.of(order, labels, k);
    }
    return Arrays.stream(sums).map(sum -> sum / orders.length).toArray();
  }

  private int[] top(int[] order, int[] labels) {
    int[] counts = new int[desired.length];
    for (int i = 0; i < k; i++) {
      counts[labels[order[i]]]++;
    }
    return counts;
  }

  private double maxSkew(int[] top) {
    double greatest = 0;
    for (int v = 0; v < top.length; v++) {
      greatest = Math.max(greatest, top[v] / desired[v]);
    }
    return Math.max(0, Math.log(greatest / k)); // rounding may fall below the least, 0
  }
}
