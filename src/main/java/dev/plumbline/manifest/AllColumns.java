package dev.plumbline.manifest;

import java.util.ArrayList;
import java.util.List;

/// The columns of a manifest: those of its first files, then what others have beside them.
final class AllColumns {
  private AllColumns() {}

  /// Names that differ only in case are one column.
  static List<Column> of(List<ShardGroup> groups) {
    List<Column> columns = new ArrayList<>(groups.getFirst().columns());
    for (ShardGroup group : groups) {
      for (Column column : group.columns()) {
        if (columns.stream().noneMatch(known -> known.name().equalsIgnoreCase(column.name()))) {
          columns.add(column);
        }
      }
    }
    return columns;
  }
}
