package dev.plumbline.association;

import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;

/// The conventional standardised difference of two groups, which is not the effect size d of an
/// association test.
///
/// `d_c = (mean_X s − mean_Y s) / s_p`, `s_p² = (Σ_X (s − mean_X s)² + Σ_Y (s − mean_Y s)²) / (N −
/// 2)`, `N = n_X + n_Y`: the spread *within* the targets (Cohen 1988), where d takes the spread of
/// both together and is therefore bounded. The sum of squares of all values is that within plus
/// `n_X n_Y/N · (mean_X − mean_Y)²`, hence `d_c = d √((N − 2) / ((N − ddof) − d² n_X n_Y/N))`; for
/// equal targets and ddof 1 `d √((2n − 2) / ((2n − 1) − n d²/2))`. The benchmarks 0.2, 0.5, 0.8
/// were proposed for d_c.
///
/// `g = J d_c`, `J = 1 − 3/(4N − 9)` removes most of the bias of small samples (Hedges 1981, DOI
/// 10.3102/10769986006002107). Interval of g by Hedges and Olkin 1985, ch. 5: `g ± z √(N/(n_X n_Y)
/// + g²/(2N))`; it takes s as independent and normal within each target, with equal variances,
///   which stimuli of a test need not be.
///
/// d_c does not exist for two stimuli in all or if s does not vary within the targets (`s_p ≤
/// 1e-15`); g needs at least four stimuli.
///
/// @param d d_c, empty if not defined
/// @param g Hedges' g, empty if not defined
/// @param interval interval of g, empty if not defined
/// @param reason why d_c or g is not defined, empty if both are
public record PooledEffect(
    OptionalDouble d, OptionalDouble g, Optional<Interval> interval, Optional<String> reason) {
  private static final String METHOD = "Hedges–Olkin, normal approximation";

  /// From the associations of the stimuli.
  ///
  /// @param level coverage of the interval
  public static PooledEffect of(List<Double> sX, List<Double> sY, double level) {
    double meanX = mean(sX);
    double meanY = mean(sY);
    int n = sX.size() + sY.size();
    if (n < 3) {
      return tooFew();
    }
    double pooled = Math.sqrt((squares(sX, meanX) + squares(sY, meanY)) / (n - 2));
    return pooled > EffectSize.NO_SPREAD
        ? of((meanX - meanY) / pooled, sX.size(), sY.size(), level)
        : noSpread();
  }

  /// From the effect size of an association test, where the associations are not known.
  ///
  /// @param d effect size of the test
  /// @param ddof its ddof
  /// @param level coverage of the interval
  public static PooledEffect derived(double d, int ddof, int nX, int nY, double level) {
    double n = (double) nX + nY;
    if (n < 3) {
      return tooFew();
    }
    double within = (n - ddof) - d * d * nX * nY / n;
    return within > 1e-12 * n ? of(d * Math.sqrt((n - 2) / within), nX, nY, level) : noSpread();
  }

  private static PooledEffect of(double d, int nX, int nY, double level) {
    double n = (double) nX + nY;
    if (n < 4) {
      return new PooledEffect(
          OptionalDouble.of(d),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.of("Hedges' g needs at least four stimuli."));
    }
    double g = (1 - 3 / (4 * n - 9)) * d;
    double z = new NormalDistribution().inverseCumulativeProbability((1 + level) / 2);
    double reach = z * Math.sqrt(n / ((double) nX * nY) + g * g / (2 * n));
    return new PooledEffect(
        OptionalDouble.of(d),
        OptionalDouble.of(g),
        Optional.of(new Interval(g - reach, g + reach, level, METHOD)),
        Optional.empty());
  }

  private static PooledEffect tooFew() {
    return undefined(
        "The pooled d is not defined: two stimuli leave no spread within the targets.");
  }

  private static PooledEffect noSpread() {
    return undefined(
        "The pooled d is not defined: the stimuli of each target are equally associated with A and"
            + " B.");
  }

  private static PooledEffect undefined(String reason) {
    return new PooledEffect(
        OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), Optional.of(reason));
  }

  private static double mean(List<Double> values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.size();
  }

  private static double squares(List<Double> values, double mean) {
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return sum;
  }
}
