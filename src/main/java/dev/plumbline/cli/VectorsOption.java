package dev.plumbline.cli;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.PrecomputedVectors;
import dev.plumbline.study.ModelSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The option that names vectors computed elsewhere as models.
final class VectorsOption {
  @Option(
      names = "--vectors",
      arity = "1..*",
      paramLabel = "DIR",
      description =
          "Vectors computed elsewhere, as models without a graph: folders whose vectors.json names"
              + " files of ids and vectors (CSV, NPY, Parquet) of texts and images.")
  private List<Path> folders = List.of();

  /// Whether none was given.
  boolean isEmpty() {
    return folders.isEmpty();
  }

  /// The folders as models.
  ///
  /// @throws PlumblineException if one declares no vectors
  List<ModelSource> sources() {
    List<ModelSource> sources = new ArrayList<>();
    for (Path path : folders) {
      if (!PrecomputedVectors.isAt(path)) {
        throw new PlumblineException(
            "There is no " + PrecomputedVectors.FILE + " in " + path + " to read vectors from.");
      }
      sources.add(new ModelSource(PrecomputedVectors.folder(path), Optional.empty()));
    }
    return sources;
  }

  /// The folders as texts.
  List<String> inputs() {
    return folders.stream().map(Path::toString).toList();
  }
}
