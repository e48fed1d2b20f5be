package dev.plumbline.composition;

import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestTable;

/// What a row of a manifest is: used (0), marked by a downloader as failed (1), or a line that is
/// no record (2).
final class RowKind {
  private RowKind() {}

  /// SQL of the kind over the columns of a table.
  static String sql(ManifestTable table) {
    String failed =
        table.has(ColumnRole.STATUS)
            ? "lower(trim(" + ManifestTable.text(ColumnRole.STATUS) + ")) <> 'success'"
            : "false";
    return "CASE WHEN malformed IS NOT NULL THEN 2 WHEN " + failed + " THEN 1 ELSE 0 END";
  }
}
