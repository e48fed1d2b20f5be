package dev.plumbline.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.AssociationChange;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EffectPredictorTest {
  private static final TestId TEST = new TestId("t");
  private static final double[] PLACES = {-1, 0, 2, 3};

  @Test
  void changeAndIntervalAreThoseOfTheFormula() {
    double[] x = {0, 1, 2, 3, 4};
    double[] d = {0.1, 0.4, 0.4, 0.9, 1.2};
    // Slope 0.27, residual sum of squares 0.051, Σ(x − x̄)² = 10, t(3, 0.975) = 3.182446305.
    EffectPrediction prediction = EffectPredictor.fitted(TEST, "o", x, d, 5, 1, 3);
    assertEquals(0.27, prediction.slope().orElseThrow(), 1e-12);
    assertEquals(0.54, prediction.change().orElseThrow(), 1e-12);
    double half = 3.182446305 * Math.sqrt(0.051 / 3) * Math.sqrt(2 + 4 / 10.0);
    Interval interval = prediction.interval().orElseThrow();
    assertEquals(0.54 - half, interval.low(), 1e-8);
    assertEquals(0.54 + half, interval.high(), 1e-8);
    assertTrue(!prediction.extrapolated());
    assertTrue(EffectPredictor.fitted(TEST, "o", x, d, 5, 1, 5).extrapolated());
  }

  @Test
  void theIntervalCoversTheDifferenceOfTwoFurtherModels() {
    Random random = new Random(4);
    int covered = 0;
    int draws = 4000;
    double[] x = {-1, -1, 0, 0, 2, 2, 3, 3};
    for (int i = 0; i < draws; i++) {
      double[] d = new double[x.length];
      for (int j = 0; j < x.length; j++) {
        d[j] = 0.2 + 0.3 * x[j] + 0.25 * random.nextGaussian();
      }
      double truth = 0.3 * 1.5 + 0.25 * (random.nextGaussian() - random.nextGaussian());
      covered +=
          EffectPredictor.fitted(TEST, "o", x, d, 4, 0, 1.5)
                  .interval()
                  .orElseThrow()
                  .contains(truth)
              ? 1
              : 0;
    }
    assertEquals(0.95, covered / (double) draws, 0.012);
  }

  @Test
  void fewerThanFiveModelsOrThreeManifestsAreRefusedWithAReason() {
    List<AssociationChange> changes =
        List.of(new AssociationChange(association(0.5), association(1.5)));
    List<EffectPrediction> eight = new EffectPredictor(basis(8, 4)).predict(changes);
    assertEquals(1, eight.size());
    assertEquals(8, eight.getFirst().models());
    assertEquals(4, eight.getFirst().datasets());
    assertTrue(eight.getFirst().change().isPresent());
    EffectPrediction four = new EffectPredictor(basis(4, 4)).predict(changes).getFirst();
    assertTrue(four.change().isEmpty() && four.reason().orElseThrow().contains("4 models"));
    EffectPrediction two = new EffectPredictor(basis(8, 2)).predict(changes).getFirst();
    assertTrue(two.change().isEmpty() && two.reason().orElseThrow().contains("2 distinct"));
    CaptionAssociation none = association(Double.NaN);
    EffectPrediction undefined =
        new EffectPredictor(basis(8, 4))
            .predict(List.of(new AssociationChange(association(0), none)))
            .getFirst();
    assertTrue(undefined.change().isEmpty() && undefined.reason().isPresent());
  }

  private static PredictionBasis basis(int models, int datasets) {
    List<EffectRow> rows = new ArrayList<>();
    Map<ModelId, String> trained = new HashMap<>();
    List<CompositionResult> compositions = new ArrayList<>();
    for (int i = 0; i < datasets; i++) {
      compositions.add(
          new CompositionResult(
              new DatasetId("d" + i),
              new CompositionSettings(new Lexicon("l", Map.of(), Map.of(), List.of())),
              10,
              0,
              1,
              1,
              Map.of(),
              List.of(),
              Map.of(),
              Map.of(),
              List.of(association(PLACES[i])),
              List.of()));
    }
    for (int i = 0; i < models; i++) {
      ModelId model = new ModelId("m" + i);
      trained.put(model, "d" + i % datasets);
      rows.add(new EffectRow(model, "t", "c", "all text", 0.1 * i, OptionalDouble.empty()));
    }
    rows.add(
        new EffectRow(new ModelId("unknown"), "t", "c", "all text", 1, OptionalDouble.empty()));
    return new PredictionBasis(rows, trained, compositions);
  }

  private static CaptionAssociation association(double value) {
    OptionalDouble ratio = Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    return new CaptionAssociation(
        TEST,
        "x",
        "y",
        "a",
        "b",
        1,
        1,
        1,
        1,
        0,
        ratio,
        Optional.empty(),
        OptionalDouble.empty(),
        Optional.empty());
  }
}
