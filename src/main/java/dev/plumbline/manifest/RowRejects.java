package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Turns the engine's notes about faulty rows of delimited files into rejects.
final class RowRejects {
  private RowRejects() {}

  /// Reads and drops the tables of notes with that prefix; none where no such scan ran.
  static List<Reject> take(String prefix, DuckDbSession session, Cancellation cancellation) {
    List<Reject> rejects = new ArrayList<>();
    String errors = Sql.identifier(prefix + "_errors");
    String scans = Sql.identifier(prefix + "_scans");
    boolean[] there = {false};
    session.query(
        "SELECT 1 FROM duckdb_tables() WHERE table_name = " + Sql.literal(prefix + "_errors"),
        cancellation,
        _ -> there[0] = true);
    if (!there[0]) {
      return rejects;
    }
    session.query(
        ("SELECT file_path, kind, count(*), min(line) FROM (SELECT any_value(file_path) AS"
             + " file_path, min(error_type::VARCHAR) AS kind, line FROM %s JOIN %s USING (scan_id,"
             + " file_id) GROUP BY scan_id, file_id, line) GROUP BY file_path, kind ORDER BY"
             + " file_path, kind")
            .formatted(errors, scans),
        cancellation,
        row ->
            rejects.add(
                reject(
                    session.utf8Copies().original(row.text(1)),
                    row.text(2),
                    row.number(3),
                    row.number(4))));
    session.execute("DROP TABLE " + errors);
    session.execute("DROP TABLE " + scans);
    return rejects;
  }

  private static Reject reject(String file, String kind, long rows, long line) {
    String count = rows >= ShardQuery.MOST_REJECTS ? "at least " + rows : Long.toString(rows);
    String reason =
        "%s: %s %s left out for %s (first in line %d)."
            .formatted(file, count, rows == 1 ? "row was" : "rows were", fault(kind), line);
    return new Reject(file, reason, rows);
  }

  private static String fault(String kind) {
    return switch (kind) {
      case "MISSING COLUMNS" -> "having fewer cells than there are columns";
      case "TOO MANY COLUMNS" -> "having more cells than there are columns";
      case "UNQUOTED VALUE" -> "quotes that do not pair up";
      case "INVALID ENCODING" -> "bytes that are not UTF-8";
      case "LINE SIZE OVER MAXIMUM" -> "being longer than 2 MB";
      default -> "a fault of the kind " + kind.toLowerCase(Locale.ROOT);
    };
  }
}
