package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.RowFormat;
import dev.plumbline.manifest.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.ToLongBiFunction;
import java.util.stream.Collectors;

/// Writes the weight of each kept row: what identifies it (`uid`, `url`, `hash`; the caption where
/// the manifest has none of them) and `weight`, 1 on average.
///
/// A file whose name ends in `.csv` is written as CSV in UTF-8, where an apostrophe stands before
/// what a spreadsheet would run as a formula; any other as Parquet (zstd). It appears when it is
/// complete. Rows of a cluster travel here while it finds them.
public final class WeightFiles {
  private static final List<ColumnRole> IDENTITY =
      List.of(ColumnRole.UID, ColumnRole.URL, ColumnRole.HASH);
  private static final String DANGEROUS = "^([=+@\\t\\r\\n＝＋－＠-])";

  private final QueryEngine engine;
  private final Manifest manifest;

  /// @param manifest whose rows are weighted
  public WeightFiles(QueryEngine engine, Manifest manifest) {
    this.engine = engine;
    this.manifest = manifest;
  }

  /// Writes the weights of a result that was counted over all rows. A file of the manifest that was
  /// read then and cannot be now is left out and told; the mean weight is then no longer 1.
  ///
  /// @throws PlumblineException if there are no weights, they come from a sample, or the file
  ///   cannot be written
  public WrittenRows write(
      WhatIfResult result, Path file, Progress progress, Cancellation cancellation) {
    Reweighting weights = weights(result);
    boolean csv = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    RowFormat format = csv ? RowFormat.CSV : RowFormat.PARQUET;
    DoubleConsumer share = SubsetFiles.share(file, progress);
    try (PartialFile part = PartialFile.of(file)) {
      WrittenRows written =
          new RejectingScan<>(
                  engine,
                  each ->
                      over(
                          each,
                          result.settings(),
                          cancellation,
                          (session, rows) ->
                              session.write(
                                  "SELECT %s FROM %s"
                                      .formatted(
                                          String.join(", ", columns(csv)), joined(rows, weights)),
                                  part.path(),
                                  format,
                                  cancellation,
                                  share)),
                  each ->
                      over(
                          each,
                          result.settings(),
                          cancellation,
                          (session, rows) -> read(session, rows, cancellation)),
                  cancellation)
              .over(manifest);
      part.complete();
      return written;
    }
  }

  private WrittenRows over(
      Manifest readable,
      WhatIfSettings settings,
      Cancellation cancellation,
      ToLongBiFunction<QuerySession, String> work) {
    try (QuerySession session = engine.session();
        KeptRows kept = KeptRows.of(settings, readable, engine, session, List.of(), cancellation)) {
      String rows = kept.marked(new ManifestTable(readable, session, kept.columns()));
      return new WrittenRows(work.applyAsLong(session, rows), readable.rejects());
    }
  }

  private static String joined(String rows, Reweighting weights) {
    return "%s AS rows JOIN (VALUES %s) AS cells(cell, weight) ON %s = cell WHERE kept"
        .formatted(rows, values(weights), BoundFilter.CELL);
  }

  /// Reads every value that is to be written.
  private long read(QuerySession session, String rows, Cancellation cancellation) {
    String lengths =
        identity().stream()
            .map(role -> "max(length(" + ManifestTable.text(role) + "))")
            .collect(Collectors.joining(", "));
    session.query(
        "SELECT %s, sum(%s) FROM %s AS rows WHERE kept".formatted(lengths, BoundFilter.CELL, rows),
        cancellation,
        _ -> {});
    return 0;
  }

  private Reweighting weights(WhatIfResult result) {
    if (result.sample().isPresent()) {
      throw new PlumblineException(
          "These weights are those of a sample: wait until all rows are counted.");
    }
    Reweighting weights =
        result
            .reweighting()
            .orElseThrow(
                () ->
                    new PlumblineException(
                        "There are no weights to write: name the shares that are wanted."));
    if (weights.refusal().isPresent()) {
      throw new PlumblineException(
          "There are no weights to write: " + weights.refusal().get().sentence());
    }
    return weights;
  }

  private List<String> columns(boolean csv) {
    List<String> columns = new ArrayList<>();
    for (ColumnRole role : identity()) {
      String text = ManifestTable.text(role);
      String safe =
          "CASE WHEN regexp_extract(%1$s, %2$s, 1) <> '' THEN concat(chr(39), %1$s) ELSE %1$s END"
              .formatted(text, Sql.literal(DANGEROUS));
      columns.add((csv ? safe : text) + " AS " + Sql.identifier(role.key()));
    }
    columns.add("weight");
    return columns;
  }

  private List<ColumnRole> identity() {
    List<ColumnRole> roles =
        IDENTITY.stream().filter(role -> manifest.column(role).isPresent()).toList();
    return roles.isEmpty() ? List.of(ColumnRole.CAPTION) : roles;
  }

  private static String values(Reweighting weights) {
    return weights.cells().stream()
        .map(
            cell ->
                "(CAST(%d AS BIGINT), %s)".formatted(cell.key(), SubjectSql.literal(cell.weight())))
        .collect(Collectors.joining(", "));
  }
}
