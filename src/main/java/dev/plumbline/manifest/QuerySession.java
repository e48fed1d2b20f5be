package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// A session with a [QueryEngine]: its queries run one after another and can be cancelled. A result
/// is complete before its first row arrives: keep it small.
///
/// Queries are written in the SQL that all engines understand in the same way: types are called
/// `STRING`, `BIGINT`, `DOUBLE`, `DECIMAL(p, s)`; casts are `CAST` and `TRY_CAST`; `FILTER` holds a
/// `WHERE`; names and texts pass through [Sql]; patterns are applied by `regexp_extract(text,
/// pattern, group)`.
public abstract sealed class QuerySession implements AutoCloseable
    permits DuckDbSession, SparkQuerySession {
  /// Runs a query and hands each row to `rows`.
  ///
  /// @throws QueryException if the engine refuses or fails
  /// @throws CancellationException if cancelled
  public final void query(String sql, Cancellation cancellation, Consumer<Row> rows) {
    query(sql, cancellation, _ -> {}, rows);
  }

  /// Runs a query, reports the finished share (0 to 1) where the engine knows it, and hands each
  /// row to `rows`.
  ///
  /// @throws QueryException if the engine refuses or fails
  /// @throws CancellationException if cancelled
  public abstract void query(
      String sql, Cancellation cancellation, DoubleConsumer share, Consumer<Row> rows);

  /// Runs a query whose result may be of any size and hands each row to `rows` in its order; no
  /// more than a part of the rows is in memory.
  ///
  /// @param share receives the finished share where the engine knows it
  /// @throws QueryException if the engine refuses or fails
  /// @throws CancellationException if cancelled
  public abstract void stream(
      String sql, Cancellation cancellation, DoubleConsumer share, Consumer<Row> rows);

  /// Writes the result of a query, which may be of any size, into a file of this machine.
  ///
  /// @param share receives the finished share where the engine knows it
  /// @return rows written
  /// @throws QueryException if the engine refuses or fails, or the file cannot be written
  /// @throws CancellationException if cancelled
  public abstract long write(
      String query, Path file, RowFormat format, Cancellation cancellation, DoubleConsumer share);

  /// Computes a query once and keeps its result as a table of that name for the later queries of
  /// this session; an earlier table of that name is replaced.
  ///
  /// @throws QueryException if the engine refuses or fails
  /// @throws CancellationException if cancelled
  public abstract void store(
      String name, String query, Cancellation cancellation, DoubleConsumer share);

  /// SQL of a whole number from 0 to 2⁶³ − 1 that is the same for the same text, and for two
  /// different ones by a chance of 2⁻⁶³ only. Engines have different numbers.
  public abstract String identity(String text);

  /// Runs a statement that returns nothing of interest.
  public abstract void execute(String sql);

  /// SQL over some columns of a shard group.
  ///
  /// @param used positions of the columns that queries will read
  /// @param rejects name under which the engine notes rows that do not fit
  abstract ShardSql shards(
      ManifestFormat format, ShardGroup group, List<Integer> used, String rejects);

  /// SQL over some columns of a block of rows.
  ///
  /// @param used positions of the columns that queries will read
  /// @param rejects name under which the engine notes rows that do not fit
  abstract ShardSql block(
      ManifestFormat format, RowBlock block, List<Integer> used, String rejects);

  /// The rows of a shard group that do not fit, noted under that name; each is told once.
  abstract List<Reject> rejectedRows(String rejects, ShardGroup group, Cancellation cancellation);

  /// The first lines of a file of JSON lines that are no object.
  abstract List<RejectedLine> malformedLines(
      ShardGroup group, String file, Cancellation cancellation);

  @Override
  public abstract void close();
}
