package dev.plumbline.report;

import dev.plumbline.manifest.Reject;
import dev.plumbline.manifest.RejectedLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What was left out of a manifest, as a table: a row for each file or fault with the number of
/// rows it cost, and below it a row for each line that is listed, with its text and no number, so
/// that the numbers add up.
public final class RejectTable {
  private RejectTable() {}

  /// The same, with a row for each status other than `success`: such rows are counted as failed.
  ///
  /// @param statuses rows by what a downloader noted of them
  public static FigureTable of(List<Reject> rejects, Map<String, Long> statuses) {
    FigureTable table = of(rejects);
    List<List<String>> rows = new ArrayList<>(table.rows());
    statuses.forEach(
        (status, count) -> {
          if (!status.equals("success")) {
            rows.add(List.of("", "", Long.toString(count), "status " + status, ""));
          }
        });
    return new FigureTable(table.columns(), rows);
  }

  /// The table: `file, line, rows, reason, text`. A file whose rows nobody knows has no number.
  public static FigureTable of(List<Reject> rejects) {
    FigureTable.Builder table = FigureTable.columns("file", "line", "rows", "reason", "text");
    for (Reject reject : rejects) {
      table.row(
          reject.file(),
          "",
          reject.rows() == 0 ? "" : Long.toString(reject.rows()),
          reject.reason(),
          "");
      for (RejectedLine line : reject.lines()) {
        table.row(reject.file(), Long.toString(line.line()), "", "", line.text());
      }
    }
    return table.table();
  }
}
