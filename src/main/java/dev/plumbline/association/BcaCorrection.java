package dev.plumbline.association;

import dev.plumbline.core.PlumblineException;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// Bias correction and acceleration of a bootstrap interval (Efron 1987, DOI
/// 10.1080/01621459.1987.10478410).
///
/// The quantile wanted at share q is taken at `Φ(z₀ + (z₀ + z_q) / (1 − a (z₀ + z_q)))`. `z₀ = Φ⁻¹`
/// of the share of resampled values below the estimate, half of those that equal it (within 1e-12)
/// included. For several samples drawn independently (Davison and Hinkley 1997, ch. 5) `a = Σ_k Σ_i
/// U_ki³/n_k³ / (6 (Σ_k Σ_i U_ki²/n_k²)^{3/2})`, `U_ki = (n_k − 1)(mean_i θ_k(−i) − θ_k(−i))`,
/// where `θ_k(−i)` is the estimate without stimulus i of set k; a set of one stimulus does not vary
/// and adds nothing; a is 0 if no stimulus changes the estimate.
///
/// Not defined if every resample lies on one side of the estimate, if the estimate does not exist
/// without some stimulus, or if `1 − a (z₀ + z_q)` is not positive.
///
/// @param bias z₀
/// @param acceleration a
record BcaCorrection(double bias, double acceleration) {
  private static final double TIE = 1e-12;

  /// From resampled values and leave-one-out values.
  ///
  /// @param sorted resampled values, ascending
  /// @param estimate the estimate
  /// @param without estimates without each stimulus, one array a set
  /// @throws PlumblineException if not defined, with the reason
  static BcaCorrection of(double[] sorted, double estimate, double[][] without) {
    double below = 0;
    for (double value : sorted) {
      below += value < estimate - TIE ? 1 : value <= estimate + TIE ? 0.5 : 0;
    }
    double share = below / sorted.length;
    if (share == 0 || share == 1) {
      throw new PlumblineException("all resamples lie on one side of d");
    }
    double bias = new NormalDistribution().inverseCumulativeProbability(share);
    return new BcaCorrection(bias, acceleration(without));
  }

  private static double acceleration(double[][] without) {
    double cubes = 0;
    double squares = 0;
    for (double[] set : without) {
      int n = set.length;
      if (n > 1) {
        double mean = mean(set);
        for (double value : set) {
          double u = (n - 1) * (mean - value);
          squares += u * u / ((double) n * n);
          cubes += u * u * u / ((double) n * n * n);
        }
      }
    }
    return squares > TIE * TIE ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      if (Double.isNaN(value)) {
        throw new PlumblineException("d is not defined without one of the stimuli");
      }
      sum += value;
    }
    return sum / values.length;
  }

  /// Where the quantile wanted at `share` is taken.
  ///
  /// @throws PlumblineException if not defined, with the reason
  double corrected(double share) {
    NormalDistribution normal = new NormalDistribution();
    double z = bias + normal.inverseCumulativeProbability(share);
    double slope = 1 - acceleration * z;
    if (!(slope > 0)) {
      throw new PlumblineException("the acceleration is too great");
    }
    return normal.cumulativeProbability(bias + z / slope);
  }
}
