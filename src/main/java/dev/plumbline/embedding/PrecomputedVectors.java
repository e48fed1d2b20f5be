package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Vectors that somebody else computed, in the place of a graph: a folder whose `vectors.json`
/// names the files.
///
/// `{"schema": "plumbline-vectors/1", "texts"?: {"vectors": "t.npy", "ids": "t.txt"}, "images"?:
/// {"vectors": "i.parquet"}}` and, if wanted, the facts of `plumbline.json` (`id`, `name`,
/// `architecture`, `pretrainingDataset` …). Vectors are CSV, NPY or Parquet as [EmbeddingFiles] has
/// them; `ids` (a text file with one id a line, or a JSON list of texts) is needed where these hold
/// no names. The id of a text is the text; of an image its path, any end of it down to the file
/// name, that name without suffix, or the SHA-256 of its content.
///
/// @param file the declaration
/// @param texts vectors of texts
/// @param images vectors of images
public record PrecomputedVectors(
    Path file, Optional<VectorList> texts, Optional<VectorList> images) {
  /// File that declares the vectors of a folder.
  public static final String FILE = "vectors.json";

  /// Value of the member `schema`.
  public static final String SCHEMA = "plumbline-vectors/1";

  /// Whether a path is such a folder, or its declaration.
  public static boolean isAt(Path path) {
    return Files.isRegularFile(folder(path).resolve(FILE));
  }

  /// Whether a path is named as a declaration is.
  public static boolean isDeclaration(Path path) {
    return path.getFileName() != null && path.getFileName().toString().equals(FILE);
  }

  /// The folder of a declaration; another path stays as it is.
  public static Path folder(Path path) {
    return isDeclaration(path) ? path.toAbsolutePath().getParent() : path;
  }

  /// The vectors of one modality.
  ///
  /// @throws PlumblineException if there are none
  VectorList require(Modality modality) {
    return (modality == Modality.TEXT ? texts : images)
        .orElseThrow(
            () ->
                new PlumblineException(
                    "%s names no vectors of %ss.".formatted(file, modality.label())));
  }

  /// All files that decide on the vectors.
  List<Path> files() {
    return Stream.of(texts, images)
        .flatMap(Optional::stream)
        .flatMap(list -> list.files().stream())
        .toList();
  }
}
