package dev.plumbline.relation;

import dev.plumbline.composition.AssociationChange;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Interval;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.regression.SimpleRegression;

/// By how much would d change if the captions' association changed?
///
/// For a test and order, the line `d = a + b x` is fitted by least squares over the loaded models,
/// x the log odds ratio of the test in the captions of the manifest that a model was trained on. A
/// filter that moves x from x₀ to x₁ changes d by `b (x₁ − x₀)`. The 95 % prediction interval is
/// for the difference of two further models, one trained on all rows and one on the kept ones:
///
/// `b (x₁ − x₀) ± t · s · √(2 + (x₁ − x₀)² / Σ(x − x̄)²)`
///
/// with `s² = Σ(d − d̂)² / (n − 2)` and t the 0.975 quantile with n − 2 degrees of freedom. The
/// line describes the loaded models; models of one manifest share their x, so that n counts models
/// and not manifests, and the interval is too narrow where manifests differ by more than captions.
///
/// Refused for fewer than 5 models, fewer than 3 distinct log odds ratios, or where a log odds
/// ratio is not defined.
public final class EffectPredictor {
  private static final int FEWEST_MODELS = 5;
  private static final int FEWEST_PLACES = 3;

  private final PredictionBasis basis;

  /// @param basis what lines are fitted on
  public EffectPredictor(PredictionBasis basis) {
    this.basis = basis;
  }

  /// One prediction a test and order, tests in the order of `changes`, orders as they first appear.
  public List<EffectPrediction> predict(List<AssociationChange> changes) {
    List<EffectPrediction> predictions = new ArrayList<>();
    for (AssociationChange change : changes) {
      TestId test = change.raw().test();
      Map<String, Double> places = places(test);
      Map<String, List<EffectRow>> byOrder = new LinkedHashMap<>();
      for (EffectRow row : basis.effects()) {
        if (row.test().equals(test.value())) {
          byOrder.computeIfAbsent(row.order(), _ -> new ArrayList<>()).add(row);
        }
      }
      byOrder.forEach((order, rows) -> predictions.add(predict(change, order, rows, places)));
    }
    return predictions;
  }

  /// Log odds ratio of a test by manifest.
  private Map<String, Double> places(TestId test) {
    Map<String, Double> places = new HashMap<>();
    for (CompositionResult composition : basis.compositions()) {
      for (CaptionAssociation association : composition.associations()) {
        if (association.test().equals(test) && association.logOddsRatio().isPresent()) {
          places.put(composition.dataset().value(), association.logOddsRatio().getAsDouble());
        }
      }
    }
    return places;
  }

  private EffectPrediction predict(
      AssociationChange change, String order, List<EffectRow> rows, Map<String, Double> places) {
    List<double[]> points = new ArrayList<>();
    for (EffectRow row : rows) {
      String dataset = basis.trainedOn().get(row.model());
      Double place = dataset == null ? null : places.get(dataset);
      if (place != null) {
        points.add(new double[] {place, row.d()});
      }
    }
    double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
    double[] d = points.stream().mapToDouble(point -> point[1]).toArray();
    OptionalDouble from = change.raw().logOddsRatio();
    OptionalDouble to = change.kept().logOddsRatio();
    TestId test = change.raw().test();
    int distinct = (int) Arrays.stream(x).distinct().count();
    Optional<String> reason = reason(x.length, distinct, from.isPresent() && to.isPresent());
    if (reason.isPresent()) {
      return new EffectPrediction(
          test,
          order,
          x.length,
          distinct,
          OptionalDouble.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          false,
          reason);
    }
    return fitted(test, order, x, d, distinct, from.getAsDouble(), to.getAsDouble());
  }

  private static Optional<String> reason(int models, int distinct, boolean defined) {
    if (models < FEWEST_MODELS) {
      return Optional.of(
          "%d models with a profiled manifest support it; at least %d are needed."
              .formatted(models, FEWEST_MODELS));
    }
    if (distinct < FEWEST_PLACES) {
      return Optional.of(
          "The models' manifests have %d distinct log odds ratios; at least %d are needed."
              .formatted(distinct, FEWEST_PLACES));
    }
    return defined
        ? Optional.empty()
        : Optional.of("The log odds ratio is not defined before or after the filter.");
  }

  /// The prediction from points `(x, d)` for a move from `from` to `to`.
  static EffectPrediction fitted(
      TestId test, String order, double[] x, double[] d, int distinct, double from, double to) {
    SimpleRegression regression = new SimpleRegression();
    for (int i = 0; i < x.length; i++) {
      regression.addData(x[i], d[i]);
    }
    double move = to - from;
    double change = regression.getSlope() * move;
    double t = new TDistribution(x.length - 2).inverseCumulativeProbability(0.975);
    double residual = Math.sqrt(Math.max(0, regression.getMeanSquareError()));
    double half = t * residual * Math.sqrt(2 + move * move / regression.getXSumSquares());
    double low = Arrays.stream(x).min().orElseThrow();
    double high = Arrays.stream(x).max().orElseThrow();
    return new EffectPrediction(
        test,
        order,
        x.length,
        distinct,
        OptionalDouble.of(regression.getSlope()),
        OptionalDouble.of(change),
        Optional.of(
            new Interval(change - half, change + half, 0.95, "prediction interval, least squares")),
        Math.min(from, to) < low || Math.max(from, to) > high,
        Optional.empty());
  }
}
