package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.math.BigInteger;
import java.util.Arrays;

/// Counts all partitions by meeting in the middle (Horowitz and Sahni 1974, DOI
/// 10.1145/321812.321823).
///
/// The values are cut into two halves; the sums of all subsets of each half are kept per subset
/// size in ascending order (adding a value merges two sorted lists). Partitions with a sum above a
/// bound are then counted by one pass with two pointers per split of k. Time and memory are in the
/// order of `2^(n/2)` instead of `C(n, k)`: 20 against 20 takes well under a second.
final class ExactPermutations {
  private static final long LARGEST_HALF = 1L << 24;
  private static final double[] NONE = {};

  private final double[] values;
  private final int k;

  /// Prepares the subsets of `k` of the `values`.
  ExactPermutations(double[] values, int k) {
    this.values = values;
    this.k = k;
  }

  /// Counts partitions that are at least as extreme.
  PermutationP count(PermutationTest.Extreme extreme, long partitions, Cancellation cancellation) {
    int half = values.length / 2;
    double[][] left = sums(0, half, cancellation);
    double[][] right = sums(half, values.length, cancellation);
    long atLeast =
        extreme.high() <= extreme.low()
            ? partitions
            : above(left, right, extreme.high()) + below(left, right, extreme.low(), partitions);
    cancellation.check();
    long beyond =
        above(left, right, Math.nextUp(extreme.strictlyHigh()))
            + below(left, right, Math.nextDown(extreme.strictlyLow()), partitions);
    double p = (double) atLeast / partitions;
    return new PermutationP(p, true, partitions, atLeast, atLeast - beyond - 1);
  }

  /// Partitions by sum: entry 0 those below the first edge, entry i those from edge i − 1 on and
  /// below edge i, the last those from the last edge on.
  long[] histogram(double[] edges, long partitions, Cancellation cancellation) {
    int half = values.length / 2;
    double[][] left = sums(0, half, cancellation);
    double[][] right = sums(half, values.length, cancellation);
    long[] counts = new long[edges.length + 1];
    long from = partitions;
    for (int i = 0; i < edges.length; i++) {
      cancellation.check();
      long above = above(left, right, edges[i]);
      counts[i] = from - above;
      from = above;
    }
    counts[edges.length] = from;
    return counts;
  }

  /// Partitions whose sum is at most `bound`.
  private long below(double[][] left, double[][] right, double bound, long partitions) {
    return bound == Double.NEGATIVE_INFINITY
        ? 0
        : partitions - above(left, right, Math.nextUp(bound));
  }

  /// Partitions whose sum is at least `bound`.
  private long above(double[][] left, double[][] right, double bound) {
    long count = 0;
    for (int size = 0; size <= k; size++) {
      double[] ofLeft = left[size];
      double[] ofRight = right[k - size];
      int first = ofRight.length;
      for (double sum : ofLeft) {
        while (first > 0 && sum + ofRight[first - 1] >= bound) {
          first--;
        }
        count += ofRight.length - first;
      }
    }
    return count;
  }

  /// Ascending sums of the subsets of `values[from..to)`, by size 0 … k.
  private double[][] sums(int from, int to, Cancellation cancellation) {
    requireRoom(to - from);
    double[][] sums = new double[k + 1][];
    Arrays.fill(sums, NONE);
    sums[0] = new double[] {0};
    for (int i = from; i < to; i++) {
      cancellation.check();
      for (int size = Math.min(k, i - from + 1); size > 0; size--) {
        sums[size] = merge(sums[size], sums[size - 1], values[i]);
      }
    }
    return sums;
  }

  private static double[] merge(double[] without, double[] with, double value) {
    double[] merged = new double[without.length + with.length];
    int i = 0;
    int j = 0;
    for (int m = 0; m < merged.length; m++) {
      if (j == with.length || (i < without.length && without[i] <= with[j] + value)) {
        merged[m] = without[i++];
      } else {
        merged[m] = with[j++] + value;
      }
    }
    return merged;
  }

  private void requireRoom(int half) {
    long subsets = 0;
    for (int size = 0; size <= Math.min(k, half) && subsets <= LARGEST_HALF; size++) {
      subsets += PermutationTest.binomial(half, size).min(BigInteger.TWO.pow(30)).longValue();
    }
    if (subsets > LARGEST_HALF) {
      throw new PlumblineException(
          ("An exact test of %d against %d stimuli needs more memory than is sensible:"
                  + " ask for fewer permutations, then p is sampled.")
              .formatted(k, values.length - k));
    }
  }
}
