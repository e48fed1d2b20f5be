package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// The caption association of the kept rows with equal weights, and with those that reach a target
/// mix.
///
/// Weighted: `ln(W_XA · W_YB / (W_XB · W_YA))` with `W_XA = Σ_c w_c n_c,XA` over the cells c of a
/// [Reweighting]. If one of the four sums is 0, 0.5 is added to all four, as in [LogOddsRatio].
///
/// The 95 % interval is `± 1.959964 · √Σ v / W²` over the four sums, `v = Σ_c w_c² n_c` (0.5 more
/// where 0.5 was added): the delta method for counts that vary as Poisson's, with weights taken as
/// given. With equal weights it is Wald's of [LogOddsRatio]. Like that one it is approximate where
/// a row falls in several of the four (`overlap`). Not defined if all four sums are 0.
///
/// @param kept with equal weights
/// @param logOddsRatio weighted
/// @param interval 95 % interval of it
public record WeightedAssociation(
    CaptionAssociation kept, OptionalDouble logOddsRatio, Optional<Interval> interval) {
  private static final double Z = 1.959964;
  private static final double CORRECTION = 0.5;

  /// Change of the log odds ratio by the weights; empty where one of the two is not defined.
  public OptionalDouble change() {
    return kept.logOddsRatio().isPresent() && logOddsRatio.isPresent()
        ? OptionalDouble.of(logOddsRatio.getAsDouble() - kept.logOddsRatio().getAsDouble())
        : OptionalDouble.empty();
  }

  /// Weighs the four counts of a test.
  ///
  /// @param weights weight by cell
  /// @param counts XA, XB, YA and YB by cell
  static WeightedAssociation of(CaptionAssociation kept, double[] weights, long[][] counts) {
    double[] sums = new double[4];
    double[] squares = new double[4];
    for (int c = 0; c < weights.length; c++) {
      for (int i = 0; i < 4; i++) {
        sums[i] += weights[c] * counts[c][i];
        squares[i] += weights[c] * weights[c] * counts[c][i];
      }
    }
    boolean all = sums[0] == 0 && sums[1] == 0 && sums[2] == 0 && sums[3] == 0;
    if (all) {
      return new WeightedAssociation(kept, OptionalDouble.empty(), Optional.empty());
    }
    boolean zero = sums[0] == 0 || sums[1] == 0 || sums[2] == 0 || sums[3] == 0;
    double correction = zero ? CORRECTION : 0;
    double variance = 0;
    double[] logs = new double[4];
    for (int i = 0; i < 4; i++) {
      double sum = sums[i] + correction;
      logs[i] = Math.log(sum);
      variance += (squares[i] + correction) / (sum * sum);
    }
    double value = logs[0] + logs[3] - logs[1] - logs[2];
    double half = Z * Math.sqrt(variance);
    return new WeightedAssociation(
        kept,
        OptionalDouble.of(value),
        Optional.of(new Interval(value - half, value + half, 0.95, "Wald, weighted")));
  }
}
