package dev.plumbline.composition;

import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One scan of a manifest that counts rows by several sets of keys at once.
///
/// Its result is a table with the columns `kind`, `block` if asked for, `k0` … (keys), `s0` …
/// (sums), `n` (rows) and `g` (which set).
final class GroupScan {
  private final String table;
  private final String always;
  private final List<String> keys = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final List<Group> groups = new ArrayList<>();
  private boolean summarised;

  /// @param table name of the table
  /// @param blocks whether rows are counted by their column `block` too
  GroupScan(String table, boolean blocks) {
    this.table = table;
    this.always = blocks ? "kind, block" : "kind";
  }

  /// Name of the table.
  String table() {
    return table;
  }

  /// Counts rows by a further set of keys.
  ///
  /// @param own SQL of the keys
  /// @param value SQL of an exact decimal to sum up
  /// @param ofCaption whether the keys refer to [CaptionSql#SUMMARY]
  Group add(List<String> own, Optional<String> value, boolean ofCaption) {
    Group group = new Group(keys.size(), own.size(), values.size());
    keys.addAll(own);
    value.ifPresent(values::add);
    groups.add(group);
    summarised |= ofCaption;
    return group;
  }

  /// SQL that computes the table.
  ///
  /// @param rows SQL of the manifest's rows that count
  String sql(ManifestTable manifest, String rows, CaptionSql captions) {
    StringBuilder inner = new StringBuilder("SELECT " + always);
    StringBuilder outer = new StringBuilder("SELECT " + always);
    for (int i = 0; i < keys.size(); i++) {
      inner.append(", ").append(keys.get(i)).append(" AS k").append(i);
      outer.append(", k").append(i);
    }
    for (int i = 0; i < values.size(); i++) {
      inner.append(", ").append(values.get(i)).append(" AS v").append(i);
      outer.append(", sum(v").append(i).append(") AS s").append(i);
    }
    String summary =
        summarised
            ? ", %s AS %s"
                .formatted(
                    captions.summary(ManifestTable.text(ColumnRole.CAPTION)), CaptionSql.SUMMARY)
            : "";
    return "%s, count(*) AS n, %s AS g FROM (%s FROM (SELECT *%s, %s AS kind FROM %s AS shards) AS marked) AS keyed GROUP BY %s"
        .formatted(outer, groupingId(), inner, summary, RowKind.sql(manifest), rows, sets());
  }

  /// SQL for the number of rows that the scan has seen.
  String rows() {
    return "SELECT coalesce(sum(n), 0) FROM " + groups.getFirst().rows();
  }

  private String groupingId() {
    if (groups.size() == 1) {
      return "0";
    }
    return IntStream.range(0, keys.size())
        .mapToObj(i -> "k" + i)
        .collect(Collectors.joining(", ", "grouping_id(kind, ", ")"));
  }

  private String sets() {
    if (groups.size() == 1) {
      return groups.getFirst().set();
    }
    return groups.stream()
        .map(group -> "(" + group.set() + ")")
        .collect(Collectors.joining(", ", "GROUPING SETS (", ")"));
  }

  /// One set of keys.
  final class Group {
    private final int first;
    private final int count;
    private final int value;

    Group(int first, int count, int value) {
      this.first = first;
      this.count = count;
      this.value = value;
    }

    /// Name of the n-th key column.
    String key(int n) {
      return "k" + (first + n);
    }

    /// Name of the column of the sum, if one was asked for.
    String sum() {
      return "s" + value;
    }

    /// The table with the condition that picks the rows of this set; further ones may follow.
    String rows() {
      return table + " WHERE g = " + id();
    }

    private String set() {
      return IntStream.range(0, count)
          .mapToObj(n -> ", " + key(n))
          .collect(Collectors.joining("", always, ""));
    }

    /// The engine's number of a grouping set: one bit a key, the first key highest, set where the
    /// key is not grouped by; `kind`, the highest of all, always is.
    private long id() {
      if (groups.size() == 1) {
        return 0;
      }
      long id = 0;
      for (int key = 0; key < keys.size(); key++) {
        id = id << 1 | (key >= first && key < first + count ? 0 : 1);
      }
      return id;
    }
  }
}
