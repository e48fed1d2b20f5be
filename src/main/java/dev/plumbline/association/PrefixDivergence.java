package dev.plumbline.association;

/// NDKL of rankings of one length: `(1/Z) Σ_i w_i KL(D_i ‖ D)` over the first m places, `w_i = 1 /
/// log₂(i + 1)`, `Z = Σ_i w_i`, D_i the shares of the values among the first i and D the desired
/// ones.
///
/// With counts c_v, `KL(D_i ‖ D) = (Σ_v c_v ln c_v − Σ_v c_v ln D_v) / i − ln i`, so that a further
/// place changes one summand; a value not seen yet adds 0.
final class PrefixDivergence {
  private final double[] weights;
  private final double[] logs;
  private final double[] desired;

  PrefixDivergence(double[] desired, int longest) {
    weights = new double[longest];
    logs = new double[longest + 1];
    for (int i = 1; i <= longest; i++) {
      weights[i - 1] = Math.log(2) / Math.log(i + 1.0);
      logs[i] = Math.log(i);
    }
    this.desired = new double[desired.length];
    for (int v = 0; v < desired.length; v++) {
      this.desired[v] = Math.log(desired[v]);
    }
  }

  /// NDKL of the first `places` of a ranking.
  ///
  /// @param ranking images, the first result first
  /// @param labels value of each image
  double of(int[] ranking, int[] labels, int places) {
    int[] counts = new int[desired.length];
    double own = 0;
    double wanted = 0;
    double sum = 0;
    double all = 0;
    for (int i = 0; i < places; i++) {
      int value = labels[ranking[i]];
      int c = counts[value]++;
      own += (c + 1) * logs[c + 1] - c * logs[c];
      wanted += desired[value];
      double divergence = (own - wanted) / (i + 1) - logs[i + 1];
      sum += weights[i] * Math.max(0, divergence); // rounding may fall below the least, 0
      all += weights[i];
    }
    return sum / all;
  }
}
