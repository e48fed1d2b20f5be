package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Reads the first rows of a manifest or of one of its groups, as text.
final class FirstRows {
  private static final int LONGEST_CELL = 2000;
  private static final String REJECTS = "plumbline_preview";

  private FirstRows() {}

  /// At most so many rows of the manifest.
  static Preview of(Manifest manifest, int rows, QuerySession session, Cancellation cancellation) {
    List<List<String>> all = new ArrayList<>();
    for (ShardGroup group : manifest.groups()) {
      if (all.size() < rows) {
        all.addAll(of(manifest, group, rows - all.size(), session, cancellation));
      }
    }
    return new Preview(manifest.columns().stream().map(Column::name).toList(), all);
  }

  /// At most so many rows of a group, with a cell for each column of the manifest.
  static List<List<String>> of(
      Manifest manifest,
      ShardGroup group,
      int rows,
      QuerySession session,
      Cancellation cancellation) {
    List<Integer> used = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < manifest.columns().size(); i++) {
      Optional<Integer> index = group.indexOf(manifest.columns().get(i).name());
      if (index.isPresent()) {
        used.add(index.get());
        places.add(i);
      }
    }
    ShardSql shards = session.shards(manifest.format(), group, used, REJECTS);
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int n = 0; n < used.size(); n++) {
      sql.append("left(%s, %d), ".formatted(shards.text(n), LONGEST_CELL + 1));
    }
    sql.append("1 FROM ").append(shards.from());
    sql.append(" WHERE ").append(shards.malformed()).append(" IS NULL LIMIT ").append(rows);
    List<List<String>> all = new ArrayList<>();
    session.query(
        sql.toString(),
        cancellation,
        row -> {
          String[] cells = new String[manifest.columns().size()];
          for (int n = 0; n < places.size(); n++) {
            cells[places.get(n)] = cut(row.text(n + 1));
          }
          all.add(Arrays.asList(cells));
        });
    session.rejectedRows(REJECTS, group, cancellation);
    return all;
  }

  private static String cut(String cell) {
    return cell == null || cell.length() <= LONGEST_CELL
        ? cell
        : cell.substring(0, LONGEST_CELL) + "…";
  }
}
