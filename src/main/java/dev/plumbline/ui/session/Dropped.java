package dev.plumbline.ui.session;

import dev.plumbline.embedding.PrecomputedVectors;
import dev.plumbline.relation.ResultTableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a file or folder from outside is.
public sealed interface Dropped {
  /// Folders within a bundle that its graphs may lie in.
  List<String> PARTS = List.of("onnx", "visual", "textual");

  /// Where it lies.
  Path path();

  /// A study or a request file.
  record StudyFileHere(Path path) implements Dropped {}

  /// A model bundle.
  record Bundle(Path path) implements Dropped {}

  /// A manifest: a table, or a folder of tables.
  record Table(Path path) implements Dropped {}

  /// A table of association results.
  record Results(Path path) implements Dropped {}

  /// Looks at a path: `.plumb` is a study, a folder with an ONNX file or a `vectors.json` is a
  /// bundle, a folder of such folders is several bundles, a table with the columns of association
  /// results holds such, everything else is a table. Touches the disk.
  static List<Dropped> of(Path path) {
    if (path.toString().endsWith(".plumb")) {
      return List.of(new StudyFileHere(path));
    }
    if (PrecomputedVectors.isAt(path)) {
      return List.of(new Bundle(PrecomputedVectors.folder(path)));
    }
    if (!Files.isDirectory(path)) {
      return List.of(ResultTableReader.isResultTable(path) ? new Results(path) : new Table(path));
    }
    if (isBundle(path)) {
      return List.of(new Bundle(path));
    }
    List<Dropped> bundles =
        children(path).stream().filter(Dropped::isBundle).<Dropped>map(Bundle::new).toList();
    return bundles.isEmpty() ? List.of(new Table(path)) : bundles;
  }

  private static boolean isBundle(Path folder) {
    return Files.isDirectory(folder)
        && (PrecomputedVectors.isAt(folder)
            || holdsOnnx(folder)
            || PARTS.stream()
                .map(folder::resolve)
                .anyMatch(part -> Files.isDirectory(part) && holdsOnnx(part)));
  }

  private static boolean holdsOnnx(Path folder) {
    return children(folder).stream()
        .anyMatch(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".onnx"));
  }

  private static List<Path> children(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
