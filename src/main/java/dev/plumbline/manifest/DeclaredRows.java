package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.util.List;
import java.util.OptionalLong;

/// The number of rows that files themselves declare.
final class DeclaredRows {
  private DeclaredRows() {}

  /// Rows by the footers of all files; empty where one has none or cannot be read.
  static OptionalLong of(Manifest manifest, DuckDbSession session, Cancellation cancellation) {
    if (manifest.format() != ManifestFormat.PARQUET) {
      return OptionalLong.empty();
    }
    long[] rows = new long[1];
    try {
      session.query(
          "SELECT sum(num_rows)::BIGINT FROM parquet_file_metadata("
              + Sql.files(manifest.files())
              + ")",
          cancellation,
          row -> rows[0] = row.number(1));
    } catch (QueryException _) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(rows[0]);
  }

  /// Rows by the footer of a Parquet file; 0 where the number is unknown.
  static long of(
      ManifestFormat format, String file, DuckDbSession session, Cancellation cancellation) {
    if (format != ManifestFormat.PARQUET) {
      return 0;
    }
    long[] rows = new long[1];
    try {
      session.query(
          "SELECT num_rows FROM parquet_file_metadata(" + Sql.files(List.of(file)) + ")",
          cancellation,
          row -> rows[0] = row.number(1));
    } catch (QueryException _) {
      return 0;
    }
    return rows[0];
  }
}
