package dev.plumbline.ui.session;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.DatasetId;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.study.ModelSource;
import dev.plumbline.study.RetrievalSource;
import dev.plumbline.study.StudyRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes of a request, each returning a new one.
public final class StudyEdits {
  private StudyEdits() {}

  /// The request with another name.
  public static StudyRequest renamed(StudyRequest request, String name) {
    return request.with(it -> it.name = name);
  }

  /// The request with one more manifest, named after its file; the name gets a number if it is
  /// taken.
  public static StudyRequest withManifest(StudyRequest request, Path file) {
    return withManifest(request, stem(file), List.of(file.toString()), Optional.empty());
  }

  /// The request with one more manifest.
  ///
  /// @param wanted its name; gets a number if it is taken
  /// @param cluster address of the server that sees the files, empty for this machine
  public static StudyRequest withManifest(
      StudyRequest request, String wanted, List<String> files, Optional<String> cluster) {
    List<String> taken = request.manifests().stream().map(source -> source.id().value()).toList();
    String name = wanted;
    for (int number = 2; taken.contains(name); number++) {
      name = wanted + " " + number;
    }
    ManifestSource source = new ManifestSource(new DatasetId(name), files, Map.of(), cluster);
    return request.with(it -> it.manifests = added(it.manifests, source));
  }

  /// The request with a manifest in place of the one of its name, or behind the others.
  static StudyRequest withSource(StudyRequest request, ManifestSource source) {
    boolean known = request.manifests().stream().anyMatch(it -> it.id().equals(source.id()));
    List<ManifestSource> sources =
        known
            ? replaced(request.manifests(), it -> it.id().equals(source.id()) ? source : it)
            : added(request.manifests(), source);
    return request.with(it -> it.manifests = sources);
  }

  /// The request without that manifest.
  public static StudyRequest withoutManifest(StudyRequest request, DatasetId id) {
    List<ManifestSource> kept =
        request.manifests().stream().filter(source -> !source.id().equals(id)).toList();
    return request.with(it -> it.manifests = kept);
  }

  /// The request with a column of a manifest assigned by hand; no column gives the role back to
  /// recognition.
  public static StudyRequest reassigned(
      StudyRequest request, DatasetId id, ColumnRole role, Optional<String> column) {
    List<ManifestSource> sources =
        request.manifests().stream()
            .map(source -> source.id().equals(id) ? reassigned(source, role, column) : source)
            .toList();
    return request.with(it -> it.manifests = sources);
  }

  /// The request with one more bundle, unless it is there already.
  public static StudyRequest withModel(StudyRequest request, Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    boolean there =
        request.models().stream()
            .anyMatch(source -> source.folder().toAbsolutePath().normalize().equals(absolute));
    if (there) {
      return request;
    }
    return request.with(
        it -> it.models = added(it.models, new ModelSource(absolute, Optional.empty())));
  }

  /// The request without the bundle in that folder.
  public static StudyRequest withoutModel(StudyRequest request, Path folder) {
    List<ModelSource> kept =
        request.models().stream().filter(source -> !source.folder().equals(folder)).toList();
    return request.with(it -> it.models = kept);
  }

  /// The request with the manifest a bundle was trained on named by the user; none gives way to the
  /// bundle's own catalogue entry.
  public static StudyRequest trainedOn(
      StudyRequest request, Path folder, Optional<String> dataset) {
    List<ModelSource> sources =
        replaced(
            request.models(),
            source -> source.folder().equals(folder) ? source.trainedOn(dataset) : source);
    return request.with(it -> it.models = sources);
  }

  /// The request with one more score table, unless it is there already.
  public static StudyRequest withScores(StudyRequest request, Path file) {
    if (request.scoreFiles().contains(file)) {
      return request;
    }
    return request.with(it -> it.scoreFiles = added(it.scoreFiles, file));
  }

  /// The request without that score table.
  public static StudyRequest withoutScores(StudyRequest request, Path file) {
    List<Path> kept = request.scoreFiles().stream().filter(other -> !other.equals(file)).toList();
    return request.with(it -> it.scoreFiles = kept);
  }

  /// The request with one more table of association results, unless it is there already.
  public static StudyRequest withResults(StudyRequest request, Path file) {
    return request.resultFiles().contains(file)
        ? request
        : request.with(it -> it.resultFiles = added(it.resultFiles, file));
  }

  /// The request without that table of association results.
  public static StudyRequest withoutResults(StudyRequest request, Path file) {
    List<Path> kept = request.resultFiles().stream().filter(other -> !other.equals(file)).toList();
    return request.with(it -> it.resultFiles = kept);
  }

  /// The request with one more labelled folder to search, in place of one of the same name.
  public static StudyRequest withRetrieval(StudyRequest request, RetrievalSource source) {
    List<RetrievalSource> others =
        request.retrieval().stream().filter(it -> !it.id().equals(source.id())).toList();
    return request.with(it -> it.retrieval = added(others, source));
  }

  /// The request with other tests.
  public static StudyRequest withBattery(
      StudyRequest request, Battery battery, Optional<Path> images) {
    return request.with(
        it -> {
          it.battery = battery;
          it.images = images;
        });
  }

  /// The request with other term lists.
  public static StudyRequest withLexicon(StudyRequest request, Lexicon lexicon) {
    return request.with(it -> it.lexicon = lexicon);
  }

  /// The request with other term lists, of which some are those of now under another name: filter
  /// and weights follow them.
  ///
  /// @param renames old and new names
  public static StudyRequest withLexicon(
      StudyRequest request, Lexicon lexicon, Map<String, String> renames) {
    return withLexicon(request, lexicon)
        .with(it -> it.whatIf = it.whatIf.withLists(list -> renames.getOrDefault(list, list)));
  }

  private static ManifestSource reassigned(
      ManifestSource source, ColumnRole role, Optional<String> column) {
    Map<ColumnRole, String> mapping = new EnumMap<>(ColumnRole.class);
    mapping.putAll(source.mapping());
    column.ifPresentOrElse(name -> mapping.put(role, name), () -> mapping.remove(role));
    return source.withMapping(mapping);
  }

  private static <T> List<T> added(List<T> list, T element) {
    List<T> longer = new ArrayList<>(list);
    longer.add(element);
    return longer;
  }

  private static <T> List<T> replaced(List<T> list, UnaryOperator<T> change) {
    return list.stream().map(change).toList();
  }

  private static String stem(Path file) {
    String name = file.getFileName() == null ? file.toString() : file.getFileName().toString();
    int dot = name.indexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
