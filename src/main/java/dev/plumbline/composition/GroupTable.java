package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Row;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// Everything a profile counts, as one small table that a single scan of the manifest fills.
///
/// The scan groups by one set of keys for each facet, one for the terms of a caption, and one for
/// nothing; each group is a row with its count. `kind` tells rows that are used (0) from those that
/// a downloader marked as failed (1) and lines that are no record (2). The table lies in the
/// engine, which moves it to disk if it grows.
final class GroupTable {
  private final List<FacetPlan> plans;
  private final CaptionSql captions;
  private final QuerySession session;
  private final Cancellation cancellation;
  private final List<String> keys = new ArrayList<>();
  private final List<BitSet> sets = new ArrayList<>();

  private GroupTable(
      List<FacetPlan> plans, CaptionSql captions, QuerySession session, Cancellation cancellation) {
    this.plans = plans;
    this.captions = captions;
    this.session = session;
    this.cancellation = cancellation;
    plans.forEach(plan -> addSet(plan.keys()));
    addSet(List.of(captions.terms("summary")));
    addSet(List.of("malformed"));
  }

  private void addSet(List<String> own) {
    BitSet set = new BitSet();
    set.set(keys.size(), keys.size() + own.size());
    keys.addAll(own);
    sets.add(set);
  }

  /// Scans the manifest.
  ///
  /// @param rows SQL of the table's rows that count
  /// @param captions what is asked of each caption
  /// @param share receives the finished share of the scan
  static GroupTable fill(
      ManifestTable table,
      String rows,
      CaptionSql captions,
      QuerySession session,
      DoubleConsumer share,
      Cancellation cancellation) {
    GroupTable groups =
        new GroupTable(FacetPlan.of(table, captions), captions, session, cancellation);
    session.store("plumbline_groups", groups.sql(table, rows), cancellation, share);
    return groups;
  }

  private String sql(ManifestTable table, String rows) {
    String caption = ManifestTable.text(ColumnRole.CAPTION);
    StringBuilder inner = new StringBuilder("SELECT kind");
    StringBuilder outer = new StringBuilder("SELECT kind");
    StringBuilder grouping = new StringBuilder("(kind)");
    List<String> names = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      inner.append(", ").append(keys.get(i)).append(" AS k").append(i);
      outer.append(", k").append(i);
      names.add("k" + i);
    }
    for (int i = 0; i < plans.size(); i++) {
      if (plans.get(i).value().isPresent()) {
        inner.append(", ").append(plans.get(i).value().get()).append(" AS v").append(i);
        outer.append(", CAST(sum(v").append(i).append(") AS DOUBLE) AS s").append(i);
      }
    }
    for (BitSet set : sets) {
      grouping.append(", (kind");
      set.stream().forEach(key -> grouping.append(", k").append(key));
      grouping.append(')');
    }
    return ("%s, count(*) AS n, grouping_id(kind, %s) AS g FROM (%s"
            + " FROM (SELECT *, %s AS summary, %s AS kind FROM %s AS shards) AS marked) AS keyed"
            + " GROUP BY GROUPING SETS (%s)")
        .formatted(
            outer,
            String.join(", ", names),
            inner,
            captions.summary(caption),
            RowKind.sql(table),
            rows,
            grouping);
  }

  /// Rows by kind: used, failed, malformed.
  long[] rows() {
    long[] rows = new long[3];
    session.query(
        "SELECT kind, n FROM plumbline_groups WHERE g = " + groupingId(new BitSet()),
        cancellation,
        row -> rows[(int) row.number(1)] = row.number(2));
    return rows;
  }

  /// Malformed lines by file.
  void malformed(BiConsumer<String, Long> lines) {
    query(
        sets.size() - 1,
        "k" + (keys.size() - 1) + ", n",
        "kind = 2",
        row -> lines.accept(row.text(1), row.number(2)));
  }

  /// The sets of terms that occur together in captions that are not null, with the number of rows.
  void terms(BiConsumer<BitSet, Long> rows) {
    String key = "k" + (keys.size() - 2);
    query(
        sets.size() - 2,
        key + ", n",
        "kind = 0 AND " + key + " IS NOT NULL",
        row -> rows.accept(captions.ids(row.text(1)), row.number(2)));
  }

  /// The facets, in the order of their sets.
  List<FacetPlan> plans() {
    return plans;
  }

  /// Name of the n-th key column of a facet.
  String key(int facet, int n) {
    return "k" + (sets.get(facet).nextSetBit(0) + n);
  }

  /// Hands `columns` of each group of used rows of a facet to `rows`.
  void facet(int facet, String columns, Consumer<Row> rows) {
    query(facet, columns, "kind = 0", rows);
  }

  /// A subquery of the groups of a facet's used rows: `name`, given by SQL over its keys, and `n`.
  String named(int facet, String name) {
    return "(SELECT %s AS name, n FROM plumbline_groups WHERE kind = 0 AND g = %d)"
        .formatted(name, groupingId(sets.get(facet)));
  }

  /// Sum of a facet's value over the used rows.
  double sum(int facet) {
    double[] sum = new double[1];
    run(
        "SELECT s%d FROM plumbline_groups WHERE kind = 0 AND g = %d"
            .formatted(facet, groupingId(new BitSet())),
        row -> sum[0] = row.real(1));
    return sum[0];
  }

  /// Runs a query over the table.
  void run(String sql, Consumer<Row> rows) {
    session.query(sql, cancellation, rows);
  }

  private void query(int set, String columns, String where, Consumer<Row> rows) {
    run(
        "SELECT %s FROM plumbline_groups WHERE g = %d AND %s"
            .formatted(columns, groupingId(sets.get(set)), where),
        rows);
  }

  /// The engine's number of a grouping set: one bit a key, the first key highest, set where the key
  /// is not grouped by; `kind`, the highest of all, always is.
  private long groupingId(BitSet set) {
    long id = 0;
    for (int key = 0; key < keys.size(); key++) {
      id = id << 1 | (set.get(key) ? 0 : 1);
    }
    return id;
  }
}
