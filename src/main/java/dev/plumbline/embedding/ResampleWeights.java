package dev.plumbline.embedding;

/// Fixed-point weights of one axis: output i is Σ_k weights[i·taps + k] · source[first[i] + k], k <
/// count[i], in units of 2^−22.
///
/// @param taps room for weights an output
/// @param first first source index of each output
/// @param count number of source values of each output
/// @param weights 22-bit fixed-point weights, row-major `[outputs, taps]`
record ResampleWeights(int taps, int[] first, int[] count, int[] weights) {
  /// Fraction bits of a weight.
  static final int PRECISION = 22;

  /// Weights for `from` source values shrunk or grown to `to`, of which outputs `start` to `start +
  /// length − 1` are wanted.
  static ResampleWeights of(int from, int to, int start, int length, Interpolation filter) {
    double scale = (double) from / to;
    double stretch = Math.max(scale, 1);
    double support = filter.support() * stretch;
    int taps = (int) Math.ceil(support) * 2 + 1;
    int[] first = new int[length];
    int[] count = new int[length];
    int[] weights = new int[Math.multiplyExact(length, taps)];
    double[] row = new double[taps];
    for (int i = 0; i < length; i++) {
      double centre = (start + i + 0.5) * scale;
      int low = Math.max((int) (centre - support + 0.5), 0);
      int high = Math.min((int) (centre + support + 0.5), from);
      double sum = 0;
      for (int k = 0; k < high - low; k++) {
        row[k] = filter.weight((k + low - centre + 0.5) * (1 / stretch));
        sum += row[k];
      }
      first[i] = low;
      count[i] = high - low;
      for (int k = 0; k < high - low; k++) {
        weights[i * taps + k] = fixed(sum == 0 ? row[k] : row[k] / sum);
      }
    }
    return new ResampleWeights(taps, first, count, weights);
  }

  private static int fixed(double weight) {
    double scaled = weight * (1 << PRECISION);
    return (int) (weight < 0 ? scaled - 0.5 : scaled + 0.5);
  }
}
