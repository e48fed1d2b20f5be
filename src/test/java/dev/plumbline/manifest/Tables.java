package dev.plumbline.manifest;

import dev.plumbline.core.DatasetId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Writes small tables for tests.
public final class Tables {
  private Tables() {}

  /// Runs `COPY (query) TO file (options)`.
  public static Path copy(DuckDbEngine engine, String query, Path file, String options) {
    try (QuerySession session = engine.session()) {
      session.execute(
          "COPY (" + query + ") TO " + Sql.literal(file.toString()) + " (" + options + ")");
    }
    return file;
  }

  /// Writes a Parquet file.
  public static Path parquet(DuckDbEngine engine, String query, Path file) {
    return copy(engine, query, file, "FORMAT parquet");
  }

  /// Writes UTF-8 text.
  public static Path text(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /// A source without assigned columns.
  public static ManifestSource source(Path... files) {
    return source(Map.of(), files);
  }

  /// A source with assigned columns.
  public static ManifestSource source(Map<ColumnRole, String> mapping, Path... files) {
    return new ManifestSource(
        new DatasetId("test"), List.of(files).stream().map(Path::toString).toList(), mapping);
  }
}
