package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// SQL of the rows that a selection keeps and of those it does not.
final class KeptRows implements AutoCloseable {
  private static final List<ColumnRole> TEXT_ORDER =
      List.of(ColumnRole.URL, ColumnRole.CAPTION, ColumnRole.UID, ColumnRole.HASH);
  private static final List<ColumnRole> NUMBER_ORDER =
      List.of(ColumnRole.SIMILARITY, ColumnRole.WIDTH, ColumnRole.HEIGHT);

  private final RowSelection selection;
  private final Manifest manifest;
  private final BoundFilter filter;

  private KeptRows(RowSelection selection, Manifest manifest, BoundFilter filter) {
    this.selection = selection;
    this.manifest = manifest;
    this.filter = filter;
  }

  /// Ties a selection to a manifest; shares of the highest are looked up in a scan of their own.
  ///
  /// @throws PlumblineException if the manifest or the lexicon lacks what the selection asks for
  static KeptRows of(
      RowSelection selection,
      Manifest manifest,
      Lexicon lexicon,
      QueryEngine engine,
      QuerySession session,
      Cancellation cancellation) {
    WhatIfSettings settings = new WhatIfSettings(lexicon, selection);
    return of(settings, manifest, engine, session, List.of(), cancellation);
  }

  /// @param columns columns of the files that are wanted anyway
  static KeptRows of(
      WhatIfSettings settings,
      Manifest manifest,
      QueryEngine engine,
      QuerySession session,
      List<String> columns,
      Cancellation cancellation) {
    Thresholds thresholds =
        new Thresholds(
            manifest,
            settings.lexicon(),
            engine,
            session,
            cancellation,
            List.of(),
            needed -> {
              ManifestTable table = new ManifestTable(manifest, session, needed);
              return new Thresholds.Source(table.sql(), RowKind.sql(table));
            });
    return of(settings, manifest, engine, columns, thresholds);
  }

  /// @param columns columns of the files that the table has beside the roles
  static KeptRows of(
      WhatIfSettings settings,
      Manifest manifest,
      QueryEngine engine,
      List<String> columns,
      Thresholds thresholds) {
    RowSelection selection = settings.selection();
    requireKey(selection, manifest);
    Filter resolved = thresholds.resolve(selection.filter());
    List<Filter> groups = settings.groups().stream().map(thresholds::resolve).toList();
    return new KeptRows(
        new RowSelection(resolved, selection.dedupe()),
        manifest,
        new BoundFilter(resolved, groups, manifest, settings.lexicon(), columns, engine));
  }

  private static void requireKey(RowSelection selection, Manifest manifest) {
    Optional<ColumnRole> role = selection.dedupe().map(DuplicateKey::role);
    if (role.isPresent() && manifest.column(role.get()).isEmpty()) {
      throw new PlumblineException(
          "Duplicates by %s cannot be found: no column of %s is the %1$s; assign one to it (%1$s=NAME)."
              .formatted(role.get().key(), manifest.files().getFirst()));
    }
  }

  /// The selection with thresholds looked up.
  RowSelection resolved() {
    return selection;
  }

  /// Columns of the files that the table must have beside the roles.
  List<String> columns() {
    return filter.columns();
  }

  /// SQL of the table without the used rows that are not kept; failed rows and malformed lines
  /// stay.
  String only(ManifestTable table) {
    return selection.keepsAll()
        ? table.sql()
        : "(SELECT * FROM %s AS chosen WHERE row_kind <> 0 OR kept)".formatted(marked(table));
  }

  /// SQL of all rows with `row_kind` ([RowKind]), `kept`, which is never null, and
  /// [BoundFilter#CELL].
  String marked(ManifestTable table) {
    return marked(table.sql(), RowKind.sql(table));
  }

  /// @param table SQL of a table with the columns of a [ManifestTable]
  /// @param kind SQL of its rows' kind
  String marked(String table, String kind) {
    String passing =
        "(SELECT *, coalesce(row_kind = 0 AND passes, false) AS passing FROM (SELECT *, %s AS row_kind FROM %s AS bound) AS kinds)"
            .formatted(kind, filter.rows(table));
    return "(SELECT *, %s AS kept FROM %s AS passed)".formatted(kept(), passing);
  }

  private String kept() {
    if (selection.dedupe().isEmpty()) {
      return "passing";
    }
    String key = ManifestTable.text(selection.dedupe().get().role());
    return ("(passing AND (%1$s IS NULL OR row_number() OVER (PARTITION BY passing, %1$s ORDER BY"
            + " %2$s) = 1))")
        .formatted(key, String.join(", ", order()));
  }

  private List<String> order() {
    List<String> order = new ArrayList<>();
    TEXT_ORDER.stream()
        .filter(role -> manifest.column(role).isPresent())
        .forEach(role -> order.add(ManifestTable.text(role) + " NULLS LAST"));
    NUMBER_ORDER.stream()
        .filter(role -> manifest.column(role).isPresent())
        .forEach(role -> order.add(ManifestTable.number(role) + " NULLS LAST"));
    return order;
  }

  @Override
  public void close() {
    filter.close();
  }
}
