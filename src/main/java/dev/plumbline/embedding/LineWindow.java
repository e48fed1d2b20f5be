package dev.plumbline.embedding;

import java.util.Arrays;

/// The latest of a sequence of lines, as many as one weighted sum needs, and sums over them in the
/// fixed point of [ResampleWeights].
///
/// Each line is an array of its own, so that a loop reads and writes all arrays at one index: that
/// way the compiler turns it into vector instructions.
final class LineWindow {
  private static final int HALF = 1 << ResampleWeights.PRECISION - 1;

  private final ResampleWeights weights;
  private final Source source;
  private final int[][] lines;
  private final int mask;
  private final int[] sums;
  private int next;

  /// Where lines come from.
  @FunctionalInterface
  interface Source {
    /// Writes the values of line `index`, 0 to 255.
    void read(int index, int[] line);
  }

  /// @param weights of the sums
  /// @param values number of values a line
  LineWindow(ResampleWeights weights, int values, Source source) {
    this.weights = weights;
    this.source = source;
    this.lines = new int[2 * Integer.highestOneBit(weights.taps())][values];
    this.mask = lines.length - 1;
    this.sums = new int[values];
  }

  /// Begins anew: the source has other lines now.
  void restart() {
    next = 0;
  }

  /// Output `index` of the weights, its values 0 to 255; outputs are asked for in rising order. The
  /// array is used again for the next one.
  int[] output(int index) {
    int first = weights.first()[index];
    int end = first + weights.count()[index];
    for (next = Math.max(next, first); next < end; next++) {
      source.read(next, lines[next & mask]);
    }
    Arrays.fill(sums, HALF);
    int weight = index * weights.taps();
    int[] by = weights.weights();
    int at = first;
    for (; at + 1 < end; at += 2, weight += 2) {
      add(line(at), by[weight], line(at + 1), by[weight + 1], sums);
    }
    if (at < end) {
      add(line(at), by[weight], sums);
    }
    clamp(sums);
    return sums;
  }

  private int[] line(int index) {
    return lines[index & mask];
  }

  private static void add(int[] line, int weight, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += line[i] * weight;
    }
  }

  private static void add(int[] a, int weightA, int[] b, int weightB, int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += a[i] * weightA + b[i] * weightB;
    }
  }

  private static void clamp(int[] sums) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = Math.max(0, Math.min(sums[i] >> ResampleWeights.PRECISION, 255));
    }
  }
}
