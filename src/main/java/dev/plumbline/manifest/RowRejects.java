package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Turns the engine's notes about faulty rows of delimited files into rejects.
final class RowRejects {
  private RowRejects() {}

  private record Fault(String path, String kind, long rows) {}

  /// A row as the engine notes it.
  ///
  /// @param row its number among the records of the file; the header counts
  /// @param position where it starts in the unpacked text, from 0
  private record Noted(long row, long position, String text) {}

  /// Reads and drops the tables of notes with that prefix; none where no such scan ran.
  ///
  /// @param dialect of the files that were scanned
  static List<Reject> take(
      String prefix, Dialect dialect, DuckDbSession session, Cancellation cancellation) {
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
    Map<Fault, List<Noted>> faults = new LinkedHashMap<>();
    session.query(
        ("SELECT file_path, kind, rows, line, position, text FROM (SELECT file_path, kind, line,"
                + " position, text, count(*) OVER (PARTITION BY file_path, kind) AS rows,"
                + " row_number() OVER (PARTITION BY file_path, kind ORDER BY line) AS place FROM"
                + " (SELECT any_value(file_path) AS file_path, min(error_type::VARCHAR) AS kind,"
                + " line, min(line_byte_position) AS position, any_value(csv_line) AS text FROM %s"
                + " JOIN %s USING (scan_id, file_id) GROUP BY scan_id, file_id, line)) WHERE place"
                + " <= %d ORDER BY file_path, kind, line")
            .formatted(errors, scans, Reject.MOST_LINES),
        cancellation,
        row ->
            faults
                .computeIfAbsent(
                    new Fault(row.text(1), row.text(2), row.number(3)), _ -> new ArrayList<>())
                .add(
                    new Noted(
                        row.number(4),
                        row.number(5) - 1,
                        Objects.requireNonNullElse(row.text(6), "").strip())));
    session.execute("DROP TABLE " + errors);
    session.execute("DROP TABLE " + scans);
    Map<String, Map<Long, Long>> lines = new HashMap<>();
    if (dialect.quoted()) {
      Map<String, List<Long>> positions = new HashMap<>();
      faults.forEach(
          (fault, rows) ->
              rows.forEach(
                  row ->
                      positions
                          .computeIfAbsent(fault.path(), _ -> new ArrayList<>())
                          .add(row.position())));
      positions.forEach(
          (path, all) -> lines.put(path, lines(path, dialect, all, session, cancellation)));
    }
    return faults.entrySet().stream()
        .map(
            fault ->
                reject(
                    fault.getKey(),
                    fault.getValue(),
                    lines.getOrDefault(fault.getKey().path(), Map.of()),
                    session.utf8Copies().original(fault.getKey().path())))
        .toList();
  }

  /// Positions of a file that is not UTF-8 are those of its copy.
  private static Map<Long, Long> lines(
      String path,
      Dialect dialect,
      List<Long> positions,
      DuckDbSession session,
      Cancellation cancellation) {
    boolean copy = !session.utf8Copies().original(path).equals(path);
    return LineNumbers.of(
        Path.of(path), copy ? Compression.NONE : dialect.compression(), positions, cancellation);
  }

  private static Reject reject(Fault fault, List<Noted> noted, Map<Long, Long> lines, String file) {
    long rows = fault.rows();
    String count = rows >= ShardQuery.MOST_REJECTS ? "at least " + rows : Long.toString(rows);
    Noted first = noted.getFirst();
    long line = lines.getOrDefault(first.position(), first.row());
    String reason =
        "%s: %s %s left out for %s (first in line %d%s)."
            .formatted(
                file,
                count,
                rows == 1 ? "row was" : "rows were",
                inWords(fault.kind()),
                line,
                line == first.row() ? "" : ", row " + first.row());
    return new Reject(
        file,
        reason,
        rows,
        noted.stream()
            .map(row -> new RejectedLine(lines.getOrDefault(row.position(), row.row()), row.text()))
            .toList());
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
