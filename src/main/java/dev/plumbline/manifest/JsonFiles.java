package dev.plumbline.manifest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Collects files of JSON objects with the keys of their first objects.
final class JsonFiles {
  private static final int SAMPLED = 200;

  private final BiConsumer<Path, String> reject;
  private final Map<String, Column> columns = new LinkedHashMap<>();
  private final Map<Path, Dialect> dialects = new LinkedHashMap<>();

  /// @param reject takes a file that cannot be read, and why
  JsonFiles(BiConsumer<Path, String> reject) {
    this.reject = reject;
  }

  /// Adds a file of JSON lines, or of one array.
  void add(Path file, FileHead head) {
    boolean array = JsonKeys.array(head);
    JsonKeys keys = array ? JsonKeys.ofElements(head) : JsonKeys.ofLines(head);
    add(file, keys, Dialect.json(head.compression(), array ? Records.ARRAY : Records.LINES));
  }

  /// Adds an archive.
  void addArchive(Path file) {
    StringBuilder lines = new StringBuilder();
    try (TarSamples samples = new TarSamples(file)) {
      Optional<TarSamples.Sample> sample = samples.next();
      for (int n = 0; n < SAMPLED && sample.isPresent(); n++) {
        sample.get().json().ifPresent(json -> lines.append(json).append('\n'));
        sample = samples.next();
      }
    } catch (IOException | IllegalArgumentException e) {
      reject.accept(file, file + " is no tar archive, or it is cut (" + e.getMessage() + ").");
      return;
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    JsonKeys keys = JsonKeys.ofLines(new FileHead(bytes, true, Compression.NONE));
    if (keys.columns().isEmpty()) {
      reject.accept(file, file + " holds no sample with a .json or .txt member.");
    } else {
      add(file, keys, Dialect.json(Compression.NONE, Records.MEMBERS));
    }
  }

  private void add(Path file, JsonKeys keys, Dialect dialect) {
    if (keys.columns().isEmpty()) {
      reject.accept(file, file + keys.complaint());
      return;
    }
    keys.columns().forEach(column -> columns.putIfAbsent(column.name(), column));
    dialects.put(file, dialect);
  }

  /// The keys of all files, in the order of their first appearance.
  List<Column> columns() {
    return new ArrayList<>(columns.values());
  }

  /// The readable files, and how they are written.
  Map<Path, Dialect> dialects() {
    return dialects;
  }
}
