package dev.plumbline.study;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationSettings;
import dev.plumbline.association.EmbeddingAssociation;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.Seeds;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Runs every test of a battery, in each of its orders, on one model's vectors.
///
/// The seed of a test is derived from the study's seed, the model, the test and the order, so that
/// no number depends on what else is run. Tests of texts alone are run first, while images may
/// still be waiting to be embedded.
final class BatteryStage {
  private final Battery battery;
  private final AssociationSettings settings;
  private final StudyStimuli stimuli;

  BatteryStage(StudyRequest request, StudyStimuli stimuli) {
    this.battery = request.battery();
    this.settings = request.association();
    this.stimuli = stimuli;
  }

  /// One row a test and order, q adjusted over all that were measured.
  ///
  /// @param threads tests measured side by side; no number depends on it
  /// @param partial hears now and then what is measured so far, q still missing
  List<BiasRow> rows(
      ModelId model,
      ModelVectors vectors,
      int threads,
      Consumer<List<BiasRow>> partial,
      Progress progress,
      Cancellation cancellation) {
    List<Callable<BiasRow>> work = new ArrayList<>();
    int total = battery.tests().stream().mapToInt(test -> test.orders().size()).sum();
    int inner = Math.max(1, threads / Math.max(1, total));
    List<Integer> ranks = new ArrayList<>();
    for (AssociationTest test : battery.tests()) {
      for (Order order : test.orders()) {
        ranks.add(order == Order.ALL_TEXT ? 0 : 1);
        work.add(() -> row(model, test, order, vectors, inner, cancellation));
      }
    }
    progress.update("testing " + model, 0, total);
    SideBySide<BiasRow> all = new SideBySide<>(work, ranks, cancellation);
    List<BiasRow> rows =
        all.run(
            threads,
            done -> {
              progress.update("testing " + model, done.size(), total);
              partial.accept(done);
            });
    progress.update("testing " + model, total, total);
    return Multiplicity.BENJAMINI_HOCHBERG.adjust(rows);
  }

  private BiasRow row(
      ModelId model,
      AssociationTest test,
      Order order,
      ModelVectors vectors,
      int threads,
      Cancellation cancellation) {
    try {
      FloatMatrix x = set(vectors, test.x(), order.imageTargets());
      FloatMatrix y = set(vectors, test.y(), order.imageTargets());
      FloatMatrix a = set(vectors, test.a(), order.imageAttributes());
      FloatMatrix b = set(vectors, test.b(), order.imageAttributes());
      AssociationResult result =
          new EmbeddingAssociation(settings(settings, model, test, order), threads)
              .test(x, y, a, b, cancellation);
      return row(model, test, order, Optional.of(result), Optional.empty());
    } catch (PlumblineException e) {
      return row(model, test, order, Optional.empty(), Optional.of(e.getMessage()));
    }
  }

  /// How one test is measured: as the study asks, with a seed of its own.
  static AssociationSettings settings(
      AssociationSettings study, ModelId model, AssociationTest test, Order order) {
    return study.withSeed(
        Seeds.derive(study.seed(), model.value(), test.id().value(), order.label()));
  }

  private FloatMatrix set(ModelVectors vectors, String name, boolean asImages) {
    return asImages ? vectors.images(stimuli.imagesOf(name)) : vectors.texts(stimuli.textsOf(name));
  }

  private static BiasRow row(
      ModelId model,
      AssociationTest test,
      Order order,
      Optional<AssociationResult> result,
      Optional<String> skipped) {
    return new BiasRow(
        model, test.id(), test.category(), order, result, OptionalDouble.empty(), skipped);
  }
}
