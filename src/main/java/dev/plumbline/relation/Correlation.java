package dev.plumbline.relation;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.ranking.NaNStrategy;
import org.hipparchus.stat.ranking.NaturalRanking;
import org.hipparchus.stat.ranking.TiesStrategy;

/// Do two measures rise together?
///
/// Pearson: `r = Σ(x−x̄)(y−ȳ) / √(Σ(x−x̄)² Σ(y−ȳ)²)`, in two passes. Spearman: the same of the
/// ranks, equal values sharing their average rank. `r > 0`: they rise together.
///
/// p of r = 0, for both methods: two-sided, `t = r √((n−2)/(1−r²))` with n − 2 degrees of freedom
/// (exact for Pearson under bivariate normality, an approximation for Spearman that is poor below
/// about 10 pairs). Interval, for both methods: `tanh(atanh r ± z/√(n−3))` (Fisher 1921); for
/// Spearman too narrow where |ρ| is large (Bonett and Wright 2000, DOI 10.1007/BF02294183).
///
/// Not defined: r with fewer than 2 pairs or where one measure does not vary (spread within 1e-14
/// of its size); p with fewer than 3 pairs; the interval with fewer than 4, or where |r| = 1
/// (within 1e-14), whose Fisher transform is infinite; p is then 0, its limit.
public final class Correlation {
  private static final double ROUNDING = 1e-14;

  private final CorrelationMethod method;
  private final double level;

  /// Makes a correlation of one kind, with intervals of the given coverage.
  public Correlation(CorrelationMethod method, double level) {
    Arguments.check(level > 0 && level < 1, "level must lie between 0 and 1");
    this.method = method;
    this.level = level;
  }

  /// Correlates pairs `(x[i], y[i])` of finite numbers.
  public CorrelationResult test(double[] x, double[] y) {
    Arguments.check(x.length == y.length, "a correlation needs pairs");
    int n = x.length;
    if (n < 2) {
      return undefined(n, "A correlation needs at least 2 points.");
    }
    if (constant(x) || constant(y)) {
      return undefined(n, "One of the two measures has the same value at all points.");
    }
    double r = statistic(x, y);
    if (n < 3) {
      return new CorrelationResult(
          n,
          OptionalDouble.of(r),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.of("Two points always lie on a line: p needs 3 points, an interval 4."));
    }
    return new CorrelationResult(
        n, OptionalDouble.of(r), interval(r, n), OptionalDouble.of(p(r, n)), reason(r, n));
  }

  /// The correlation alone, of at least 2 pairs that vary in both measures.
  public double statistic(double[] x, double[] y) {
    return method == CorrelationMethod.PEARSON ? pearson(x, y) : pearson(ranks(x), ranks(y));
  }

  /// Ranks from 1, equal values sharing their average rank.
  static double[] ranks(double[] values) {
    return new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(values);
  }

  private static double pearson(double[] x, double[] y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += (x[i] - meanX) * (x[i] - meanX);
      yy += (y[i] - meanY) * (y[i] - meanY);
      xy += (x[i] - meanX) * (y[i] - meanY);
    }
    double r = xy / (Math.sqrt(xx) * Math.sqrt(yy));
    return Math.abs(r) >= 1 - ROUNDING ? Math.signum(r) : r;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    double mean = sum / values.length;
    double rest = 0;
    for (double value : values) {
      rest += value - mean;
    }
    return mean + rest / values.length;
  }

  private static boolean constant(double[] values) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      Arguments.check(Double.isFinite(value), "a correlation needs finite values");
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return high - low <= ROUNDING * Math.max(Math.abs(low), Math.abs(high));
  }

  private static double p(double r, int n) {
    if (Math.abs(r) == 1) {
      return 0;
    }
    double t = Math.abs(r) * Math.sqrt((n - 2) / ((1 - r) * (1 + r)));
    return Math.min(1, 2 * new TDistribution(n - 2).cumulativeProbability(-t));
  }

  private Optional<Interval> interval(double r, int n) {
    if (n < 4 || Math.abs(r) == 1) {
      return Optional.empty();
    }
    double z = 0.5 * (Math.log1p(r) - Math.log1p(-r));
    double half =
        new NormalDistribution().inverseCumulativeProbability((1 + level) / 2) / Math.sqrt(n - 3);
    return Optional.of(new Interval(Math.tanh(z - half), Math.tanh(z + half), level, "Fisher z"));
  }

  private static Optional<String> reason(double r, int n) {
    if (n < 4) {
      return Optional.of("An interval needs at least 4 points.");
    }
    return Math.abs(r) == 1
        ? Optional.of("All points lie on a line: there is no Fisher interval for |r| = 1.")
        : Optional.empty();
  }

  private static CorrelationResult undefined(int n, String reason) {
    return new CorrelationResult(
        n, OptionalDouble.empty(), Optional.empty(), OptionalDouble.empty(), Optional.of(reason));
  }
}
