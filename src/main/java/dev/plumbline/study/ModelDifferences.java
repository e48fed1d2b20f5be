package dev.plumbline.study;

import dev.plumbline.association.AssociationSettings;
import dev.plumbline.association.EffectDifference;
import dev.plumbline.association.PairedBootstrap;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.Seeds;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.stimulus.AssociationTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Measures on demand how two models of a study differ in each test, with intervals
/// ([PairedBootstrap]).
///
/// Vectors come from the embedding cache. A few that it lacks are embedded, such as images that
/// cannot be read and are tried again; more are refused, since looking at two models is no order to
/// run them. The seed is derived from the study's seed, test and order but not from the models, so
/// that both get the same draws.
public final class ModelDifferences {
  /// Stimuli embedded at most.
  private static final int MOST_NEW = 64;

  private final RunSettings settings;

  /// Measures with these means.
  public ModelDifferences(RunSettings settings) {
    this.settings = settings;
  }

  /// Second minus first in every test and order of the request's battery.
  ///
  /// @throws PlumblineException if the request has no such models
  /// @throws java.util.concurrent.CancellationException if cancelled
  public List<TestDifference> of(
      StudyRequest request,
      ModelId first,
      ModelId second,
      Progress progress,
      Cancellation cancellation) {
    StudyStimuli stimuli = StudyStimuli.ofTests(request);
    ModelVectors one = vectors(request, stimuli, first, progress, cancellation);
    ModelVectors two = vectors(request, stimuli, second, progress, cancellation);
    List<TestDifference> differences = new ArrayList<>();
    for (AssociationTest test : request.battery().tests()) {
      for (Order order : test.orders()) {
        cancellation.check();
        Optional<EffectDifference> difference = Optional.empty();
        Optional<String> reason = Optional.empty();
        try {
          difference =
              Optional.of(
                  new PairedBootstrap(settings(request.association(), test, order))
                      .difference(
                          TestVectors.of(request, stimuli, one, test, order).sets(),
                          TestVectors.of(request, stimuli, two, test, order).sets(),
                          cancellation));
        } catch (PlumblineException e) {
          reason = Optional.of(e.getMessage());
        }
        differences.add(new TestDifference(first, second, test.id(), order, difference, reason));
      }
    }
    return differences;
  }

  private static AssociationSettings settings(
      AssociationSettings study, AssociationTest test, Order order) {
    return study.withSeed(
        Seeds.derive(study.seed(), test.id().value(), order.label(), "paired bootstrap"));
  }

  private ModelVectors vectors(
      StudyRequest request,
      StudyStimuli stimuli,
      ModelId model,
      Progress progress,
      Cancellation cancellation) {
    Embedder embedder =
        new Embedder(
            settings.embedding(settings.threads()).withSkipBadImages(true).withMostNew(MOST_NEW),
            settings.embeddingCache());
    return ModelVectors.of(
        embedder, StudyModels.bundle(request, model), stimuli, progress, cancellation);
  }
}
