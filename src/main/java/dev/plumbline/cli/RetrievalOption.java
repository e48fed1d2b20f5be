package dev.plumbline.cli;

import dev.plumbline.association.DesiredDistribution;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.LabelledFolderReader;
import dev.plumbline.study.RetrievalSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// The options by which `bias` searches a labelled folder instead of running the battery.
final class RetrievalOption {
  @Option(
      names = "--retrieval",
      paramLabel = "QUERIES",
      description = {
        "Search the labelled folder --images with these texts, one a line, instead of running the",
        "battery: MaxSkew@k and NDKL of who is shown first."
      })
  private Path queries;

  @Option(
      names = "--labels",
      paramLabel = "FILE.csv",
      description =
          "Labels for --retrieval: a column image, other columns attributes (default: labels.csv"
              + " in the folder).")
  private Path labels;

  @Option(
      names = "--attributes",
      split = ",",
      paramLabel = "NAME",
      description = "Only these columns of the labels (default: all with 2 to 40 labels).")
  private List<String> attributes = List.of();

  @Option(
      names = "--k",
      paramLabel = "K",
      description = "First results that count (default: a tenth of the labelled images).")
  private Integer k;

  @Option(
      names = "--desired",
      paramLabel = "dataset|uniform",
      description =
          "Shares that the first results ought to have: those of the folder (default), or equal.")
  private String desired;

  /// Whether a search was asked for.
  ///
  /// @throws PlumblineException if options were given that only a search has
  boolean given() {
    boolean others = labels != null || k != null || desired != null || !attributes.isEmpty();
    if (queries == null && others) {
      throw new PlumblineException(
          "--labels, --attributes, --k and --desired belong to a search: name its queries with"
              + " --retrieval.");
    }
    return queries != null;
  }

  /// The folder to search.
  ///
  /// @throws PlumblineException if an option's value is not allowed
  RetrievalSource source(Path images) {
    if (images == null) {
      throw new PlumblineException(
          "--retrieval " + queries + " needs the folder of the images: name it with --images.");
    }
    if (k != null && k < 1) {
      throw new PlumblineException("--k must be at least 1, not " + k + ".");
    }
    RetrievalSource usual = RetrievalSource.of(images);
    return new RetrievalSource(
        usual.id(),
        images,
        labels == null ? images.resolve(LabelledFolderReader.LABELS) : labels,
        queries,
        attributes,
        Optional.ofNullable(k),
        desired());
  }

  private DesiredDistribution desired() {
    if (desired == null) {
      return DesiredDistribution.DATASET;
    }
    return Arrays.stream(DesiredDistribution.values())
        .filter(it -> it.label().equals(desired))
        .findFirst()
        .orElseThrow(
            () ->
                new PlumblineException(
                    "--desired must be "
                        + Arrays.stream(DesiredDistribution.values())
                            .map(DesiredDistribution::label)
                            .collect(Collectors.joining(" or "))
                        + ", not \""
                        + desired
                        + "\"."));
  }

  /// Files the user named.
  List<String> inputs() {
    List<String> inputs = new ArrayList<>();
    if (labels != null) {
      inputs.add(labels.toString());
    }
    if (queries != null) {
      inputs.add(queries.toString());
    }
    return inputs;
  }
}
