package dev.plumbline.study;

import dev.plumbline.association.DesiredDistribution;
import dev.plumbline.core.JsonTree;
import dev.plumbline.stimulus.LabelledFolderReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads a labelled folder of a request: `{"id", "images": folder, "labels"?: file, "queries"?:
/// file, "attributes"?: [names], "k"?: number, "desired"?: "dataset" or "uniform"}`; labels and
/// queries lie in the folder unless said otherwise.
final class RetrievalReader {
  private RetrievalReader() {}

  /// @param path makes a path absolute
  static RetrievalSource read(JsonTree tree, Function<JsonTree, Path> path) {
    Path images = path.apply(tree.get("images"));
    return new RetrievalSource(
        tree.get("id").name(),
        images,
        tree.find("labels").map(path).orElse(images.resolve(LabelledFolderReader.LABELS)),
        tree.find("queries").map(path).orElse(images.resolve(LabelledFolderReader.QUERIES)),
        tree.find("attributes").map(JsonTree::texts).orElse(List.of()),
        tree.find("k").map(RetrievalReader::k),
        tree.find("desired").map(RetrievalReader::desired).orElse(DesiredDistribution.DATASET));
  }

  private static int k(JsonTree tree) {
    int k = tree.integer();
    if (k < 1) {
      throw tree.error("is " + k + ", but must be at least 1.");
    }
    return k;
  }

  private static DesiredDistribution desired(JsonTree tree) {
    Optional<DesiredDistribution> known =
        Arrays.stream(DesiredDistribution.values())
            .filter(it -> it.label().equals(tree.text()))
            .findFirst();
    return known.orElseThrow(
        () -> tree.error("is \"" + tree.text() + "\", but must be dataset or uniform."));
  }
}
