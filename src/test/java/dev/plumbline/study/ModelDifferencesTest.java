package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.EffectDifference;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDifferencesTest {
  @TempDir private Path cache;

  @Test
  void differencesAreThoseOfTheRunAndNeedNoModelAfterIt() {
    StudyRequest sample = SampleRequest.small();
    StudyRequest request =
        SampleRequest.with(
            sample, List.of(), SampleRequest.models("vit-s-pleasant", "conv-s-pleasant"));
    RunSettings settings = RunSettings.defaults().withThreads(2).withCache(Optional.of(cache));
    StudyResult run =
        new StudyRunner(settings).run(request, RunListener.none(), new Cancellation());
    List<ModelId> models = run.bias().stream().map(BiasRow::model).distinct().toList();
    assertEquals(2, models.size());
    List<TestDifference> all =
        new ModelDifferences(settings)
            .of(
                request,
                models.get(0),
                models.get(1),
                (stage, done, total) -> assertEquals(total, done, stage),
                new Cancellation());
    assertEquals(run.bias().size() / 2, all.size());
    for (TestDifference it : all) {
      EffectDifference measured = it.difference().orElseThrow();
      double expected = d(run, it.second(), it) - d(run, it.first(), it);
      assertEquals(expected, measured.difference().orElseThrow(), 1e-9);
      Interval interval = measured.interval().orElseThrow();
      assertTrue(interval.low() < interval.high());
    }
    String notCached =
        new ModelDifferences(settings.withCache(Optional.empty()))
            .of(request, models.get(0), models.get(1), (_, _, _) -> {}, new Cancellation())
            .getFirst()
            .reason()
            .orElseThrow();
    assertTrue(notCached.contains("not in the cache of embeddings: run the study"), notCached);
    assertThrows(
        PlumblineException.class,
        () ->
            new ModelDifferences(settings)
                .of(
                    request,
                    models.get(0),
                    new ModelId("nobody"),
                    (_, _, _) -> {},
                    new Cancellation()));
  }

  private static double d(StudyResult run, ModelId model, TestDifference of) {
    return run.bias().stream()
        .filter(row -> row.model().equals(model))
        .filter(row -> row.test().equals(of.test()) && row.order() == of.order())
        .findFirst()
        .orElseThrow()
        .d()
        .orElseThrow();
  }
}
