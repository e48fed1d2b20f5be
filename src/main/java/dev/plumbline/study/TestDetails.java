package dev.plumbline.study;

import dev.plumbline.association.AssociationDrillDown;
import dev.plumbline.association.DrillDownSettings;
import dev.plumbline.association.NamedSets;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import java.util.stream.Collectors;

/// Looks into single tests of a study on demand.
///
/// Vectors come from the embedding cache where it has them, so that after a run no model is opened;
/// what is missing is embedded. d, p and interval are those of the run, since the seed is derived
/// from the same names.
public final class TestDetails {
  private final RunSettings settings;

  /// Looks with these means.
  public TestDetails(RunSettings settings) {
    this.settings = settings;
  }

  /// Looks into one test of one model in one order.
  ///
  /// @throws PlumblineException if the request has no such model or test, or the test cannot be run
  /// @throws java.util.concurrent.CancellationException if cancelled
  public TestDetail of(
      StudyRequest request,
      ModelId model,
      TestId test,
      Order order,
      Progress progress,
      Cancellation cancellation) {
    AssociationTest found = test(request.battery(), test, order);
    return of(request, StudyModels.bundle(request, model), found, order, progress, cancellation);
  }

  private TestDetail of(
      StudyRequest request,
      ModelBundle bundle,
      AssociationTest test,
      Order order,
      Progress progress,
      Cancellation cancellation) {
    StudyStimuli stimuli = StudyStimuli.of(request, test, order);
    Embedder embedder =
        new Embedder(
            settings.embedding(settings.threads()).withSkipBadImages(true),
            settings.embeddingCache());
    TestVectors vectors =
        TestVectors.of(
            request,
            stimuli,
            ModelVectors.of(embedder, bundle, stimuli, progress, cancellation),
            test,
            order);
    NamedSets sets = vectors.sets();
    DrillDownSettings drill =
        DrillDownSettings.of(
            BatteryStage.settings(request.association(), bundle.id(), test, order));
    Progress named =
        (stage, done, total) -> progress.update(stage + ", " + bundle.id(), done, total);
    return new TestDetail(
        bundle.id(),
        test,
        order,
        new AssociationDrillDown(drill)
            .of(sets.x(), sets.y(), sets.a(), sets.b(), named, cancellation),
        vectors.images());
  }

  private static AssociationTest test(Battery battery, TestId id, Order order) {
    AssociationTest test =
        battery.tests().stream()
            .filter(it -> it.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    new PlumblineException(
                        "The battery %s has no test \"%s\"; it has: %s."
                            .formatted(
                                battery.id(),
                                id,
                                battery.tests().stream()
                                    .map(it -> it.id().value())
                                    .collect(Collectors.joining(", ")))));
    if (!test.orders().contains(order)) {
      throw new PlumblineException(
          "The test \"%s\" is not run in the order %s; it is in: %s."
              .formatted(
                  id,
                  order.label(),
                  test.orders().stream().map(Order::label).collect(Collectors.joining(", "))));
    }
    return test;
  }
}
