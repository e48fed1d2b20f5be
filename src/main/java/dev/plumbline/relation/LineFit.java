package dev.plumbline.relation;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Interval;
import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;

/// Which straight line runs through the points, and how surely?
///
/// Least squares `ŷ(x) = intercept + slope · x`; pointwise interval of the mean at x: `ŷ(x) ± t · s
/// · √(1/n + (x − x̄)²/Σ(x − x̄)²)`, `s² = Σ(y − ŷ)²/(n − 2)`, t the quantile with n − 2 degrees of
/// freedom. The band holds point by point, not for the whole line at once, and speaks of the mean,
/// not of a further point. Fewer than 3 points, or points above one x, have no fit.
public final class LineFit {
  private final SimpleRegression regression;
  private final double meanX;
  private final double level;
  private final double quantile;

  private LineFit(SimpleRegression regression, double meanX, double level) {
    this.regression = regression;
    this.meanX = meanX;
    this.level = level;
    quantile =
        new TDistribution(regression.getN() - 2).inverseCumulativeProbability((1 + level) / 2);
  }

  /// Fits pairs of finite numbers; empty where there is no fit.
  ///
  /// @param level coverage of the band, such as 0.95
  public static Optional<LineFit> of(double[] x, double[] y, double level) {
    Arguments.check(x.length == y.length, "a line needs pairs");
    Arguments.check(level > 0 && level < 1, "level must lie between 0 and 1");
    if (x.length < 3 || Arrays.stream(x).distinct().count() < 2) {
      return Optional.empty();
    }
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < x.length; i++) {
      regression.addData(x[i], y[i]);
    }
    return Optional.of(new LineFit(regression, Arrays.stream(x).average().orElseThrow(), level));
  }

  /// Rise of y for one unit of x.
  public double slope() {
    return regression.getSlope();
  }

  /// Value of the line at x = 0.
  public double intercept() {
    return regression.getIntercept();
  }

  /// Value of the line at x.
  public double predict(double x) {
    return regression.predict(x);
  }

  /// Interval of the mean at x.
  public Interval at(double x) {
    double residual = Math.sqrt(Math.max(0, regression.getMeanSquareError()));
    double distance = x - meanX;
    double half =
        quantile
            * residual
            * Math.sqrt(
                1.0 / regression.getN() + distance * distance / regression.getXSumSquares());
    double y = predict(x);
    return new Interval(y - half, y + half, level, "pointwise band of the least-squares line");
  }
}
