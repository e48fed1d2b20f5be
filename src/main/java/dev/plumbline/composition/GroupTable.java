package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Row;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;

/// Everything a profile counts, as small tables that scans of the manifest fill.
///
/// Each group of a [GroupPlan] is a row with its count. `kind` tells rows that are used (0) from
/// those that a downloader marked as failed (1) and lines that are no record (2). The tables lie in
/// the engine, which moves them to disk if they grow.
final class GroupTable {
  private final GroupPlan plan;
  private final CaptionSql captions;
  private final HostSql hosts;
  private final QuerySession session;
  private final Cancellation cancellation;
  private final Optional<DistinctSampling> sampling;

  private GroupTable(
      ManifestTable table,
      boolean apart,
      boolean blocks,
      Optional<DistinctSampling> sampling,
      CaptionSql captions,
      HostSql hosts,
      QuerySession session,
      Cancellation cancellation) {
    this.sampling = sampling;
    this.captions = captions;
    this.hosts = hosts;
    this.session = session;
    this.cancellation = cancellation;
    plan = new GroupPlan(table, apart, blocks, sampling, captions, session);
  }

  /// Scans the manifest.
  ///
  /// @param rows SQL of the table's rows that count
  /// @param sampling which distinct texts are kept
  /// @param captions what is asked of each caption
  /// @param hosts what is asked of each host
  /// @param share receives the finished share of the scans
  static GroupTable fill(
      ManifestTable table,
      String rows,
      DistinctSampling sampling,
      CaptionSql captions,
      HostSql hosts,
      QuerySession session,
      DoubleConsumer share,
      Cancellation cancellation) {
    boolean apart = table.columnsApart() && rows.equals(table.sql());
    GroupTable groups =
        new GroupTable(
            table, apart, false, Optional.of(sampling), captions, hosts, session, cancellation);
    groups.fill(table, rows, share);
    groups.requireSameRows(table);
    return groups;
  }

  /// Counts rows that have a column `block`, by block too.
  ///
  /// @param rows name of their table
  static GroupTable ofBlocks(
      ManifestTable table,
      String rows,
      CaptionSql captions,
      HostSql hosts,
      QuerySession session,
      Cancellation cancellation) {
    GroupTable groups =
        new GroupTable(
            table, false, true, Optional.empty(), captions, hosts, session, cancellation);
    groups.fill(table, rows, _ -> {});
    return groups;
  }

  private void fill(ManifestTable table, String rows, DoubleConsumer share) {
    int all = plan.scans.size();
    for (int i = 0; i < all; i++) {
      int done = i;
      GroupScan scan = plan.scans.get(i);
      session.store(
          scan.table(),
          scan.sql(table, rows, captions),
          cancellation,
          part -> share.accept((done + part) / all));
    }
  }

  /// Files that grow or are replaced between two plan.scans would give facets that do not fit
  /// together.
  private void requireSameRows(ManifestTable table) {
    long[] first = new long[1];
    for (GroupScan scan : plan.scans) {
      long[] rows = new long[1];
      session.query(scan.rows(), cancellation, row -> rows[0] = row.number(1));
      if (scan != plan.scans.getFirst() && rows[0] != first[0]) {
        throw new PlumblineException(
            "%s changed while it was read: wait until it is complete, then profile it again."
                .formatted(table.name()));
      }
      first[0] = rows[0];
    }
  }

  /// Rows by kind: used, failed, malformed.
  long[] rows() {
    long[] rows = new long[3];
    run(
        "SELECT kind, n FROM " + plan.all.rows(),
        row -> rows[(int) row.number(1)] += row.number(2));
    return rows;
  }

  /// Rows by what a downloader noted of them, most frequent first.
  Map<String, Long> statuses() {
    Map<String, Long> rows = new LinkedHashMap<>();
    plan.statuses.ifPresent(
        group ->
            run(
                "SELECT %1$s, sum(n) AS rows FROM %2$s AND kind < 2 GROUP BY %1$s ORDER BY rows DESC, %1$s LIMIT 100"
                    .formatted(group.key(0), group.rows()),
                row -> rows.put(row.text(1), row.number(2))));
    return rows;
  }

  /// Malformed lines by file.
  void malformed(BiConsumer<String, Long> lines) {
    run(
        "SELECT %s, n FROM %s AND kind = 2".formatted(plan.malformed.key(0), plan.malformed.rows()),
        row -> lines.accept(row.text(1), row.number(2)));
  }

  /// The sets of terms that occur together in captions that are not null, with the number of rows.
  void terms(BiConsumer<BitSet, Long> rows) {
    run(
        "SELECT %1$s, n FROM %2$s AND kind = 0 AND %1$s IS NOT NULL"
            .formatted(plan.terms.key(0), plan.terms.rows()),
        row -> rows.accept(captions.ids(row.text(1)), row.number(2)));
  }

  /// Used rows by block.
  void used(BlockCount rows) {
    run(
        "SELECT block, n FROM " + plan.all.rows() + " AND kind = 0",
        row -> rows.add((int) row.number(1), row.number(2)));
  }

  /// As [#terms(BiConsumer)], by block.
  void termsByBlock(BlockTerms rows) {
    run(
        "SELECT %1$s, block, n FROM %2$s AND kind = 0 AND %1$s IS NOT NULL"
            .formatted(plan.terms.key(0), plan.terms.rows()),
        row -> rows.add(captions.ids(row.text(1)), (int) row.number(2), row.number(3)));
  }

  /// Takes the number of rows of a block.
  @FunctionalInterface
  interface BlockCount {
    void add(int block, long rows);
  }

  /// Takes terms that occur together with the number of rows of a block.
  @FunctionalInterface
  interface BlockTerms {
    void add(BitSet terms, int block, long rows);
  }

  /// The facets, in the order of their sets.
  List<FacetPlan> plans() {
    return plan.plans;
  }

  /// Name of the n-th key column of a facet.
  String key(int facet, int n) {
    return plan.facets.get(facet).key(n);
  }

  /// SQL of the name that the groups of a facet of names go by.
  String name(int facet) {
    String key = key(facet, 0);
    return switch (plan.plans.get(facet).kind()) {
      case DOMAIN -> hosts.domain(WebDomain.hostSql(key));
      case TOP_LEVEL_DOMAIN -> hosts.host(WebDomain.topLevelSql(WebDomain.hostSql(key)));
      case SCRIPT -> captions.scriptName(key);
      case NAME, WHOLE, BINNED -> key;
    };
  }

  /// Hands `columns` of each group of used rows of a facet to `rows`.
  void facet(int facet, String columns, Consumer<Row> rows) {
    run("SELECT %s FROM %s AND kind = 0".formatted(columns, plan.facets.get(facet).rows()), rows);
  }

  /// A table of a facet's used rows: their `name` and their number `n`.
  String named(int facet) {
    String by = plan.blocks ? "name, block" : "name";
    String from = plan.blocks ? "block, n" : "n";
    session.store(
        namedByBlock(facet),
        "SELECT %1$s, sum(n) AS n FROM (SELECT %2$s AS name, %3$s FROM %4$s AND kind = 0) AS named GROUP BY %1$s"
            .formatted(by, name(facet), from, plan.facets.get(facet).rows()),
        cancellation,
        _ -> {});
    return plan.blocks
        ? "(SELECT name, sum(n) AS n FROM " + namedByBlock(facet) + " GROUP BY name) AS summed"
        : namedByBlock(facet);
  }

  /// Name of the table that [#named(int)] made, with a further column `block` if rows were counted
  /// by block.
  String namedByBlock(int facet) {
    return "plumbline_names_" + facet;
  }

  /// Sum of a facet's value over the used rows.
  double sum(int facet) {
    double[] sum = new double[1];
    GroupScan.Group group = plan.facets.get(facet);
    run(
        "SELECT CAST(sum(%s) AS DOUBLE) FROM %s AND kind = 0".formatted(group.sum(), group.rows()),
        row -> sum[0] = row.real(1));
    return sum[0];
  }

  /// Which distinct texts were kept; empty where rows are a sample, which tells nothing of repeats.
  Optional<DistinctSampling> sampling() {
    return sampling;
  }

  /// The columns in which repeats were counted.
  Set<DuplicateKey> duplicates() {
    return plan.duplicates.keySet();
  }

  /// Name of the column that holds [DistinctSampling#keySql(String, QuerySession)].
  String duplicateKey(DuplicateKey key) {
    return plan.duplicates.get(key).key(0);
  }

  /// Hands `columns` of the used rows, grouped by text, to `rows`.
  ///
  /// @param further conditions and grouping
  void duplicate(DuplicateKey key, String columns, String further, Consumer<Row> rows) {
    run(
        "SELECT %s FROM %s AND kind = 0%s"
            .formatted(columns, plan.duplicates.get(key).rows(), further),
        rows);
  }

  /// Runs a query over the tables.
  void run(String sql, Consumer<Row> rows) {
    session.query(sql, cancellation, rows);
  }
}
