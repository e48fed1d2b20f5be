package dev.plumbline.study;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.CatalogEntry;
import dev.plumbline.embedding.DeviceNote;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.embedding.EmbeddingCache;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.RejectedStimulus;
import dev.plumbline.performance.LabelledImages;
import dev.plumbline.performance.Score;
import dev.plumbline.stimulus.NormsTable;
import dev.plumbline.study.RunState.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Looks at a study's bundles and measures them.
final class ModelStage {
  /// Above this many parameters a model gets all threads and runs alone.
  private static final long LARGE = 20_000_000L;

  /// Models that are measured one after the other.
  ///
  /// @param models their places in the request
  /// @param threads threads each may use
  record Group(List<Integer> models, int threads) {}

  private final RunSettings settings;
  private final StudyRequest request;
  private final InputDigests inputs;
  private final RunState state;
  private final Cancellation cancellation;
  private final EmbeddingCache cache;
  private final ModelBundle[] bundles;
  private StudyStimuli stimuli;

  ModelStage(
      RunSettings settings,
      StudyRequest request,
      InputDigests inputs,
      RunState state,
      Cancellation cancellation) {
    this.settings = settings;
    this.request = request;
    this.inputs = inputs;
    this.state = state;
    this.cancellation = cancellation;
    this.cache = settings.embeddingCache();
    this.bundles = new ModelBundle[request.models().size()];
  }

  /// Reads one bundle's description.
  void inspect(int index) {
    ModelSource source = request.models().get(index);
    bundles[index] = BundleReader.read(source.folder(), source.variant());
  }

  /// The models to measure once all were looked at: each large one after the other with all
  /// threads, small ones side by side. A model that has the id of an earlier one fails.
  List<Group> groups() {
    stimuli = StudyStimuli.of(request);
    for (NormsTable table : stimuli.norms()) {
      inputs.add("norms " + table.source().label(), List.of(table.file()));
      table.notes().forEach(state::note);
    }
    for (int i = 0; i < stimuli.failures().size(); i++) {
      Part part = new Part(Part.Kind.ZERO_SHOT, i);
      stimuli.failures().get(i).ifPresent(failure -> state.failed(part, failure));
    }
    for (int i = 0; i < stimuli.unsearchable().size(); i++) {
      Part part = new Part(Part.Kind.RETRIEVAL, i);
      RetrievalSource source = request.retrieval().get(i);
      stimuli
          .unsearchable()
          .get(i)
          .ifPresentOrElse(
              failure -> state.failed(part, failure),
              () ->
                  inputs.add(
                      "retrieval " + source.id(), List.of(source.labels(), source.queries())));
    }
    Map<ModelId, ModelBundle> seen = new HashMap<>();
    List<Integer> large = new ArrayList<>();
    List<Integer> small = new ArrayList<>();
    for (int i = 0; i < bundles.length; i++) {
      ModelBundle bundle = bundles[i];
      if (bundle == null) {
        continue;
      }
      ModelBundle namesake = seen.putIfAbsent(bundle.id(), bundle);
      if (namesake == null) {
        state.measured(i, ModelOutcome.of(facts(i, Optional.empty(), List.of())));
        (bundle.parameters() > LARGE ? large : small).add(i);
      } else {
        state.failed(new Part(Part.Kind.MODEL, i), namesakes(bundle, namesake));
      }
    }
    List<Group> groups = new ArrayList<>();
    if (!large.isEmpty()) {
      groups.add(new Group(large, settings.threads()));
    }
    int sideBySide = Math.clamp(small.size(), 1, settings.threads());
    small.forEach(i -> groups.add(new Group(List.of(i), settings.threads() / sideBySide)));
    return groups;
  }

  private static Failure namesakes(ModelBundle bundle, ModelBundle namesake) {
    return new Failure(
        bundle.id().value(),
        "Two models are named "
            + bundle.id()
            + ", in "
            + namesake.folder()
            + " and "
            + bundle.folder()
            + ": give one of them another id in its "
            + CatalogEntry.FILE
            + ".");
  }

  /// The name of a model that was looked at.
  String name(int index) {
    return bundles[index].id().value();
  }

  /// Runs battery and evaluations on one model.
  void measure(int index, int threads) {
    ModelBundle bundle = bundles[index];
    Progress progress =
        (stage, done, total) -> state.update(stage + ", " + bundle.id(), done, total);
    ModelVectors vectors =
        ModelVectors.of(embedder(threads), bundle, stimuli, progress, cancellation);
    List<BiasRow> rows =
        new BatteryStage(request, stimuli)
            .rows(
                bundle.id(),
                vectors,
                threads,
                found -> state.measured(index, outcome(index, vectors).withBias(found)),
                state,
                cancellation);
    vectors.complete();
    report(index, vectors);
    inputs.add("model " + bundle.id(), bundle.digest(cache.digests()));
    ModelOutcome outcome = outcome(index, vectors).withBias(rows);
    state.measured(index, outcome);
    for (int i = 0; i < request.zeroShot().size(); i++) {
      outcome = outcome.withScores(evaluate(index, i, vectors));
    }
    outcome =
        outcome.withRetrieval(
            new RetrievalStage(request, stimuli).rows(bundle.id(), vectors, cancellation));
    state.measured(index, outcome);
  }

  private ModelOutcome outcome(int index, ModelVectors vectors) {
    return ModelOutcome.of(facts(index, vectors.device(), vectors.deviceNotes()));
  }

  private void report(int index, ModelVectors vectors) {
    Part part = new Part(Part.Kind.MODEL, index);
    for (RejectedStimulus rejected : vectors.rejected()) {
      state.failed(part, new Failure(rejected.name(), rejected.sentence()));
    }
    for (String reason : vectors.reasons()) {
      state.failed(part, new Failure(name(index), reason));
    }
    vectors.gaps().forEach(gap -> state.note(name(index) + ": " + gap));
    vectors.deviceNotes().forEach(note -> state.note(name(index) + ": " + note.sentence()));
  }

  private List<Score> evaluate(int index, int evaluation, ModelVectors vectors) {
    Optional<LabelledImages> data = stimuli.evaluations().get(evaluation);
    if (data.isEmpty() || !vectors.reasons().isEmpty()) {
      return List.of();
    }
    ModelId model = bundles[index].id();
    String id = request.zeroShot().get(evaluation).id();
    try {
      return ZeroShotEvaluation.of(data.get(), vectors).scores(model, id);
    } catch (PlumblineException e) {
      state.failed(
          new Part(Part.Kind.MODEL, index), new Failure(model + ", " + id, e.getMessage()));
      return List.of();
    }
  }

  private Embedder embedder(int threads) {
    return new Embedder(settings.embedding(threads).withSkipBadImages(true), cache);
  }

  private ModelFacts facts(int index, Optional<String> device, List<DeviceNote> notes) {
    ModelBundle bundle = bundles[index];
    CatalogEntry entry = bundle.catalog();
    return new ModelFacts(
        entry.id(),
        Optional.of(bundle.folder().toString()),
        entry.architecture(),
        entry.architectureFamily(),
        request.models().get(index).pretrainingDataset().or(entry::pretrainingDataset),
        entry.datasetFamily(),
        entry.parameters().isPresent() || bundle.parameters() == 0
            ? entry.parameters()
            : OptionalLong.of(bundle.parameters()),
        Optional.of(bundle.layout().label()),
        device,
        notes);
  }
}
