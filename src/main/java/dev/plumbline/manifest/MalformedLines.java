package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Lists the lines of a JSON lines file that are no object.
final class MalformedLines {
  private static final String OBJECT =
      "CASE WHEN json_valid(line) THEN json_type(line) = 'OBJECT' ELSE false END";

  private MalformedLines() {}

  /// The first such lines; none where the file cannot be read as lines of text.
  static List<RejectedLine> of(
      String file, Compression compression, DuckDbSession session, Cancellation cancellation) {
    List<RejectedLine> lines = new ArrayList<>();
    String sql =
        "SELECT n, line FROM (SELECT row_number() OVER () AS n, line FROM read_csv("
            + Sql.files(List.of(file))
            + ", auto_detect = false, columns = {'line': 'VARCHAR'}, header = false,"
            + " delim = chr(31), quote = '', escape = '', parallel = false, null_padding = true,"
            + " ignore_errors = true, compression = "
            + Sql.literal(compression.option())
            + ")) WHERE trim(coalesce(line, '')) <> '' AND NOT "
            + OBJECT
            + " LIMIT "
            + Reject.MOST_LINES;
    try {
      session.query(
          sql,
          cancellation,
          row ->
              lines.add(
                  new RejectedLine(row.number(1), Objects.requireNonNullElse(row.text(2), ""))));
    } catch (QueryException e) {
      if (e.systemic()) {
        throw e;
      }
      return List.of();
    }
    return lines;
  }
}
