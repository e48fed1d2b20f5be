package dev.plumbline.study;

import dev.plumbline.association.DesiredDistribution;
import dev.plumbline.association.RetrievalSettings;
import dev.plumbline.core.Arguments;
import dev.plumbline.core.Seeds;
import dev.plumbline.stimulus.LabelledFolderReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A labelled image folder that is searched with queries, to see who is shown first.
///
/// @param id name of the folder in results
/// @param images the folder
/// @param labels table of labels
/// @param queries texts, one a line
/// @param attributes columns of the table, none for all that can be attributes
/// @param k first results that count, empty for a tenth of the labelled images
/// @param desired what their composition is compared with
public record RetrievalSource(
    String id,
    Path images,
    Path labels,
    Path queries,
    List<String> attributes,
    Optional<Integer> k,
    DesiredDistribution desired) {
  public RetrievalSource {
    Arguments.notBlank(id, "id");
    Arguments.check(k.isEmpty() || k.get() >= 1, "k must be at least 1");
    attributes = List.copyOf(attributes);
  }

  /// A folder that holds its table and its queries under their usual names, compared with its own
  /// shares.
  public static RetrievalSource of(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    return new RetrievalSource(
        absolute.getFileName() == null ? "images" : absolute.getFileName().toString(),
        absolute,
        absolute.resolve(LabelledFolderReader.LABELS),
        absolute.resolve(LabelledFolderReader.QUERIES),
        List.of(),
        Optional.empty(),
        DesiredDistribution.DATASET);
  }

  /// The same compared with another distribution.
  public RetrievalSource withDesired(DesiredDistribution other) {
    return new RetrievalSource(id, images, labels, queries, attributes, k, other);
  }

  /// How skew is measured here: interval and seed as the study asks. The seed does not depend on
  /// the model, so that ties, resampled queries and shuffled labels are the same for all models.
  RetrievalSettings settings(StudyRequest request) {
    return RetrievalSettings.defaults()
        .withK(k)
        .withDesired(desired)
        .withInterval(request.association().bootstraps(), request.association().level())
        .withSeed(Seeds.derive(request.association().seed(), "retrieval", id));
  }
}
