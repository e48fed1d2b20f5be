package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;

/// A connection to the embedded engine: each query runs in a statement of its own.
final class DuckDbSession extends QuerySession {
  private static final long WATCH_MILLIS = 100;
  private static final String STREAM = "plumbline_stream";
  private static final int STREAM_ROWS = 200_000;

  private final DuckDBConnection connection;
  private final ScheduledExecutorService watch;
  private final Utf8Copies utf8Copies;

  DuckDbSession(
      DuckDBConnection connection, ScheduledExecutorService watch, Utf8Copies utf8Copies) {
    this.connection = connection;
    this.watch = watch;
    this.utf8Copies = utf8Copies;
    execute("SET enable_progress_bar = true");
    execute("SET enable_progress_bar_print = false");
  }

  Utf8Copies utf8Copies() {
    return utf8Copies;
  }

  @Override
  ShardSql shards(ManifestFormat format, ShardGroup group, List<Integer> used, String rejects) {
    return new ShardQuery(format, group, used, rejects, utf8Copies);
  }

  @Override
  ShardSql block(ManifestFormat format, RowBlock block, List<Integer> used, String rejects) {
    return new ShardQuery(format, block.group(), used, rejects, utf8Copies).only(block);
  }

  @Override
  List<Reject> rejectedRows(String rejects, ShardGroup group, Cancellation cancellation) {
    return RowRejects.take(rejects, group.dialect(), this, cancellation);
  }

  @Override
  List<RejectedLine> malformedLines(ShardGroup group, String file, Cancellation cancellation) {
    return MalformedLines.of(file, group.dialect().compression(), this, cancellation);
  }

  /// The share is reported about ten times a second.
  @Override
  public void query(
      String sql, Cancellation cancellation, DoubleConsumer share, Consumer<Row> rows) {
    run(sql, cancellation, share, rows);
  }

  /// Runs a statement.
  ///
  /// @return rows that it has written
  private long run(
      String sql, Cancellation cancellation, DoubleConsumer share, Consumer<Row> rows) {
    cancellation.check();
    try (Statement statement = connection.createStatement()) {
      ScheduledFuture<?> watching =
          watch.scheduleAtFixedRate(
              () -> look(statement, cancellation, share),
              WATCH_MILLIS,
              WATCH_MILLIS,
              TimeUnit.MILLISECONDS);
      try (var _ = cancellation.onCancel(() -> cancel(statement));
          ResultSet results = results(statement, sql)) {
        Row row = new DuckDbRow(results);
        while (results != null && results.next()) {
          cancellation.check();
          rows.accept(row);
        }
        return results == null ? statement.getLargeUpdateCount() : 0;
      } finally {
        watching.cancel(false);
      }
    } catch (SQLException e) {
      cancellation.check();
      throw QueryException.of(e);
    }
  }

  /// The result is stored first, where it may spill to disk, and then read in pieces.
  @Override
  public void stream(
      String sql, Cancellation cancellation, DoubleConsumer share, Consumer<Row> rows) {
    store(STREAM, sql, cancellation, part -> share.accept(part / 2));
    long[] all = new long[1];
    query("SELECT count(*) FROM " + STREAM, cancellation, row -> all[0] = row.number(1));
    for (long from = 0; from < all[0]; from += STREAM_ROWS) {
      query(
          "SELECT * FROM %s WHERE rowid >= %d AND rowid < %d ORDER BY rowid"
              .formatted(STREAM, from, from + STREAM_ROWS),
          cancellation,
          rows);
      share.accept(0.5 + 0.5 * Math.min(all[0], from + STREAM_ROWS) / all[0]);
    }
    execute("DROP TABLE " + STREAM);
  }

  @Override
  public long write(
      String query, Path file, RowFormat format, Cancellation cancellation, DoubleConsumer share) {
    return run(
        "COPY (%s) TO %s (%s)".formatted(query, Sql.literal(file.toString()), format.options()),
        cancellation,
        share,
        _ -> {});
  }

  private static ResultSet results(Statement statement, String sql) throws SQLException {
    return statement.execute(sql) ? statement.getResultSet() : null;
  }

  @Override
  public void store(String name, String query, Cancellation cancellation, DoubleConsumer share) {
    query("CREATE OR REPLACE TEMP TABLE " + name + " AS " + query, cancellation, share, _ -> {});
  }

  @Override
  public String identity(String text) {
    return "CAST(hash(" + text + ") >> 1 AS BIGINT)";
  }

  @Override
  public void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }

  /// Asks again on each look, because a request that arrives just before a query starts is lost.
  private static void look(Statement statement, Cancellation cancellation, DoubleConsumer share) {
    if (cancellation.cancelled()) {
      cancel(statement);
      return;
    }
    try {
      double percent =
          statement.unwrap(DuckDBPreparedStatement.class).getQueryProgress().getPercentage();
      if (percent >= 0) {
        share.accept(Math.min(1, percent / 100));
      }
    } catch (SQLException _) {
      // The query has just ended: nothing left to report.
    }
  }

  private static void cancel(Statement statement) {
    try {
      statement.cancel();
    } catch (SQLException _) {
      // The query has just ended: nothing left to cancel.
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }
}
