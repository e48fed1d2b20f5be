package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/// Reads the columns of many Parquet files from their footers: all footers in one query, the types
/// once for each distinct schema.
final class ParquetSchemas {
  private final DuckDbSession session;
  private final Cancellation cancellation;

  ParquetSchemas(DuckDbSession session, Cancellation cancellation) {
    this.session = session;
    this.cancellation = cancellation;
  }

  /// Hands each readable file with its columns to `readable` and adds the others to `rejects`.
  void read(List<Path> files, BiConsumer<Path, List<Column>> readable, List<Reject> rejects) {
    Map<Path, String> signatures = new LinkedHashMap<>();
    Map<String, List<Column>> schemas = new HashMap<>();
    try {
      signatures.putAll(signatures(files));
    } catch (QueryException _) {
      files.forEach(file -> signatures.putAll(signature(file, rejects)));
    }
    for (Map.Entry<Path, String> file : signatures.entrySet()) {
      try {
        List<Column> columns =
            schemas.computeIfAbsent(file.getValue(), _ -> columns(file.getKey()));
        readable.accept(file.getKey(), columns);
      } catch (QueryException e) {
        rejects.add(ReadFailure.of(file.getKey().toString(), e, 0));
      }
    }
  }

  private Map<Path, String> signature(Path file, List<Reject> rejects) {
    try {
      return signatures(List.of(file));
    } catch (QueryException e) {
      rejects.add(ReadFailure.of(file.toString(), e, 0));
      return Map.of();
    }
  }

  private Map<Path, String> signatures(List<Path> files) {
    Map<String, StringBuilder> texts = new LinkedHashMap<>();
    files.forEach(file -> texts.put(file.toString(), new StringBuilder()));
    List<String> names = files.stream().map(Path::toString).toList();
    session.query(
        "SELECT file_name, concat_ws('|', name, type, num_children, converted_type, logical_type,"
            + " repetition_type) FROM parquet_schema("
            + Sql.files(names)
            + ")",
        cancellation,
        row -> texts.get(row.text(1)).append(row.text(2)).append('\n'));
    Map<Path, String> signatures = new LinkedHashMap<>();
    files.forEach(file -> signatures.put(file, texts.get(file.toString()).toString()));
    return signatures;
  }

  private List<Column> columns(Path file) {
    ShardGroup group =
        new ShardGroup(List.of(file.toString()), Dialect.plain(Compression.NONE), List.of());
    List<Column> columns = new ArrayList<>();
    session.query(
        "DESCRIBE SELECT * FROM "
            + session.shards(ManifestFormat.PARQUET, group, List.of(), "").from(),
        cancellation,
        row -> columns.addAll(StructFields.with(new Column(row.text(1), row.text(2)))));
    return columns;
  }
}
