package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Turns the engine's notes about faulty rows of delimited files into rejects.
final class RowRejects {
  private RowRejects() {}

  private record Fault(String file, String kind, long rows, long first) {}

  /// Reads and drops the tables of notes with that prefix; none where no such scan ran.
  static List<Reject> take(String prefix, DuckDbSession session, Cancellation cancellation) {
    String errors = Sql.identifier(prefix + "_errors");
    String scans = Sql.identifier(prefix + "_scans");
    boolean[] there = {false};
    session.query(
        "SELECT 1 FROM duckdb_tables() WHERE table_name = " + Sql.literal(prefix + "_errors"),
        cancellation,
        _ -> there[0] = true);
    if (!there[0]) {
      return List.of();
    }
    Map<Fault, List<RejectedLine>> faults = new LinkedHashMap<>();
    session.query(
        ("SELECT file_path, kind, rows, first, line, text FROM (SELECT file_path, kind, line, text,"
                + " count(*) OVER fault AS rows, min(line) OVER fault AS first, row_number() OVER"
                + " (PARTITION BY file_path, kind ORDER BY line) AS place FROM (SELECT"
                + " any_value(file_path) AS file_path, min(error_type::VARCHAR) AS kind, line,"
                + " any_value(csv_line) AS text FROM %s JOIN %s USING (scan_id, file_id) GROUP BY"
                + " scan_id, file_id, line) WINDOW fault AS (PARTITION BY file_path, kind)) WHERE"
                + " place <= %d ORDER BY file_path, kind, line")
            .formatted(errors, scans, Reject.MOST_LINES),
        cancellation,
        row ->
            faults
                .computeIfAbsent(
                    new Fault(
                        session.utf8Copies().original(row.text(1)),
                        row.text(2),
                        row.number(3),
                        row.number(4)),
                    _ -> new ArrayList<>())
                .add(
                    new RejectedLine(
                        row.number(5), Objects.requireNonNullElse(row.text(6), "").strip())));
    session.execute("DROP TABLE " + errors);
    session.execute("DROP TABLE " + scans);
    return faults.entrySet().stream().map(e -> reject(e.getKey(), e.getValue())).toList();
  }

  private static Reject reject(Fault fault, List<RejectedLine> lines) {
    long rows = fault.rows();
    String count = rows >= ShardQuery.MOST_REJECTS ? "at least " + rows : Long.toString(rows);
    String reason =
        "%s: %s %s left out for %s (first in line %d)."
            .formatted(
                fault.file(),
                count,
                rows == 1 ? "row was" : "rows were",
                inWords(fault.kind()),
                fault.first());
    return new Reject(fault.file(), reason, rows, lines);
  }

  private static String inWords(String kind) {
    return switch (kind) {
      case "MISSING COLUMNS" -> "having fewer cells than there are columns";
      case "TOO MANY COLUMNS" -> "having more cells than there are columns";
      case "UNQUOTED VALUE" -> "quotes that do not pair up";
      case "INVALID ENCODING" -> "bytes that are not UTF-8";
      case "LINE SIZE OVER MAXIMUM" -> "being longer than 2 MB";
      default -> "a fault of the kind " + kind.toLowerCase(java.util.Locale.ROOT);
    };
  }
}
