package dev.plumbline.ui.session;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.performance.Score;
import dev.plumbline.performance.ZeroShotResult;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.ModelSource;
import dev.plumbline.study.RetrievalRow;
import dev.plumbline.study.RetrievalSource;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Takes results apart by what they are about and puts them together again.
///
/// A run that repeats an earlier one replaces it piece by piece, so that the screen never empties;
/// what was removed from the request disappears from the screen at once and comes back with undo.
final class ResultParts {
  private ResultParts() {}

  /// `newer` completed by the parts of `older` that it does not have.
  static StudyResult over(StudyResult newer, StudyResult older) {
    return new StudyResult(
        merged(newer.compositions(), older.compositions(), CompositionResult::dataset),
        merged(newer.models(), older.models(), ModelFacts::id),
        merged(newer.bias(), older.bias(), row -> List.of(row.model(), row.test(), row.order())),
        merged(
            newer.scores(),
            older.scores(),
            score -> List.of(score.model(), score.dataset(), score.metric(), score.source())),
        newer.failures(),
        merged(
            newer.retrieval(),
            older.retrieval(),
            row -> List.of(row.model(), row.source(), row.attribute())));
  }

  /// The parts of `result` that the request still asks for, in its order.
  ///
  /// @param ran request the result was obtained for
  static StudyResult asked(StudyResult result, StudyRequest request, StudyRequest ran) {
    List<DatasetId> datasets = request.manifests().stream().map(ManifestSource::id).toList();
    List<Path> folders = folders(request);
    Map<ModelId, Integer> places = new HashMap<>();
    Set<ModelId> removed = new HashSet<>();
    Set<String> gone = names(ran.resultFiles(), request.resultFiles());
    List<BiasRow> rows =
        result.bias().stream()
            .filter(row -> row.reported().filter(it -> gone.contains(it.table())).isEmpty())
            .toList();
    Set<ModelId> tested = rows.stream().map(BiasRow::model).collect(Collectors.toSet());
    for (ModelFacts facts : result.models()) {
      int place = place(facts, folders);
      boolean tableOnly = facts.location().isEmpty();
      if (place < 0 || tableOnly && !gone.isEmpty() && !tested.contains(facts.id())) {
        removed.add(facts.id());
      } else {
        places.put(facts.id(), place);
      }
    }
    return new StudyResult(
        result.compositions().stream()
            .filter(composition -> datasets.contains(composition.dataset()))
            .sorted(Comparator.comparingInt(part -> datasets.indexOf(part.dataset())))
            .toList(),
        inPlace(result.models(), ModelFacts::id, places, removed).stream()
            .map(facts -> named(facts, request))
            .toList(),
        inPlace(rows, BiasRow::model, places, removed),
        inPlace(scores(result, request, ran), Score::model, places, removed),
        result.failures(),
        inPlace(retrieval(result, request), RetrievalRow::model, places, removed));
  }

  /// Whether everything that `request` asks for was part of what `ran` asked for.
  static boolean covered(StudyRequest request, StudyRequest ran) {
    return ran.manifests().containsAll(request.manifests())
        && folders(ran).containsAll(folders(request))
        && ran.scoreFiles().containsAll(request.scoreFiles())
        && ran.resultFiles().containsAll(request.resultFiles())
        && ran.zeroShot().containsAll(request.zeroShot())
        && ran.retrieval().containsAll(request.retrieval())
        && ran.lexicon().equals(request.lexicon())
        && ran.battery().equals(request.battery())
        && ran.images().equals(request.images())
        && ran.association().equals(request.association());
  }

  private static List<RetrievalRow> retrieval(StudyResult result, StudyRequest request) {
    Set<String> sources =
        request.retrieval().stream().map(RetrievalSource::id).collect(Collectors.toSet());
    return result.retrieval().stream().filter(row -> sources.contains(row.source())).toList();
  }

  private static List<Path> folders(StudyRequest request) {
    return request.models().stream().map(source -> absolute(source.folder())).toList();
  }

  /// Facts with the manifest that the request says the model was trained on.
  private static ModelFacts named(ModelFacts facts, StudyRequest request) {
    Optional<String> dataset = source(facts, request).flatMap(ModelSource::pretrainingDataset);
    if (dataset.isEmpty() || dataset.equals(facts.pretrainingDataset())) {
      return facts;
    }
    return new ModelFacts(
        facts.id(),
        facts.location(),
        facts.architecture(),
        facts.architectureFamily(),
        dataset,
        facts.datasetFamily(),
        facts.parameters(),
        facts.layout(),
        facts.device(),
        facts.deviceNotes());
  }

  /// The source of a model in the request.
  private static Optional<ModelSource> source(ModelFacts facts, StudyRequest request) {
    return facts
        .location()
        .map(location -> absolute(Path.of(location)))
        .flatMap(
            folder ->
                request.models().stream()
                    .filter(source -> absolute(source.folder()).equals(folder))
                    .findFirst());
  }

  /// All scores but those of tables that were removed; a score names its table's file as source,
  /// unless the table itself names sources, which go when no table is left.
  private static List<Score> scores(StudyResult result, StudyRequest request, StudyRequest ran) {
    Set<String> removed = names(ran.scoreFiles(), request.scoreFiles());
    removed.addAll(names(ran.resultFiles(), request.resultFiles()));
    boolean noTable = request.scoreFiles().isEmpty() && request.resultFiles().isEmpty();
    return result.scores().stream()
        .filter(
            score ->
                score.source().equals(ZeroShotResult.MEASURED)
                    || !noTable && !removed.contains(score.source()))
        .toList();
  }

  /// Names of the files that are not kept.
  private static Set<String> names(List<Path> files, List<Path> kept) {
    return files.stream()
        .filter(file -> !kept.contains(file))
        .map(file -> String.valueOf(file.getFileName()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static <T> List<T> merged(List<T> newer, List<T> older, Function<T, Object> key) {
    Map<Object, T> parts = new LinkedHashMap<>();
    older.forEach(part -> parts.put(key.apply(part), part));
    newer.forEach(part -> parts.put(key.apply(part), part));
    return new ArrayList<>(parts.values());
  }

  private static <T> List<T> inPlace(
      Collection<T> parts,
      Function<T, ModelId> model,
      Map<ModelId, Integer> places,
      Set<ModelId> removed) {
    return parts.stream()
        .filter(part -> !removed.contains(model.apply(part)))
        .sorted(
            Comparator.comparingInt(
                part -> places.getOrDefault(model.apply(part), Integer.MAX_VALUE)))
        .toList();
  }

  private static int place(ModelFacts facts, List<Path> folders) {
    return facts
        .location()
        .map(location -> folders.indexOf(absolute(Path.of(location))))
        .orElse(Integer.MAX_VALUE);
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
