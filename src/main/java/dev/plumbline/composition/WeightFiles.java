package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Sql;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Writes the weight of each kept row: what identifies it (`uid`, `url`, `hash`; the caption where
/// the manifest has none of them) and `weight`, 1 on average.
///
/// A file whose name ends in `.csv` is written as CSV in UTF-8, where an apostrophe stands before
/// what a spreadsheet would run as a formula; any other as Parquet (zstd). It appears when it is
/// complete.
public final class WeightFiles {
  private static final List<ColumnRole> IDENTITY =
      List.of(ColumnRole.UID, ColumnRole.URL, ColumnRole.HASH);
  private static final String DANGEROUS = "^[=+@\\t\\r\\n＝＋－＠-]";

  private final QueryEngine engine;
  private final Manifest manifest;

  /// @param manifest whose rows are weighted
  public WeightFiles(QueryEngine engine, Manifest manifest) {
    this.engine = engine;
    this.manifest = manifest;
  }

  /// Writes the weights of a result that was counted over all rows.
  ///
  /// @return rows written
  /// @throws PlumblineException if there are no weights, they come from a sample, or the file
  ///   cannot be written
  public long write(WhatIfResult result, Path file, Progress progress, Cancellation cancellation) {
    Reweighting weights = weights(result);
    String stage = "writing " + file.getFileName();
    boolean csv = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    String format = csv ? "FORMAT csv, HEADER" : "FORMAT parquet, COMPRESSION zstd";
    try (PartialFile part = PartialFile.of(file);
        QuerySession session = engine.session();
        KeptRows kept =
            KeptRows.of(result.settings(), manifest, engine, session, List.of(), cancellation)) {
      String rows = kept.marked(new ManifestTable(manifest, session, kept.columns()));
      session.query(
          ("COPY (SELECT %s FROM %s AS rows JOIN (VALUES %s) AS cells(cell, weight) ON %s = cell"
                  + " WHERE kept) TO %s (%s)")
              .formatted(
                  String.join(", ", columns(csv)),
                  rows,
                  values(weights),
                  BoundFilter.CELL,
                  Sql.literal(part.path().toString()),
                  format),
          cancellation,
          share -> progress.update(stage, (long) (share * 1000), 1000),
          _ -> {});
      part.complete();
    }
    return weights.rows();
  }

  private Reweighting weights(WhatIfResult result) {
    if (!(engine instanceof DuckDbEngine)) {
      throw new PlumblineException("Weights are written by the embedded engine only: use duckdb.");
    }
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
    List<ColumnRole> roles =
        IDENTITY.stream().filter(role -> manifest.column(role).isPresent()).toList();
    List<String> columns = new ArrayList<>();
    for (ColumnRole role : roles.isEmpty() ? List.of(ColumnRole.CAPTION) : roles) {
      String text = ManifestTable.text(role);
      String safe =
          "CASE WHEN regexp_matches(%1$s, %2$s) THEN concat(chr(39), %1$s) ELSE %1$s END"
              .formatted(text, Sql.literal(DANGEROUS));
      columns.add((csv ? safe : text) + " AS " + Sql.identifier(role.key()));
    }
    columns.add("weight");
    return columns;
  }

  private static String values(Reweighting weights) {
    return weights.cells().stream()
        .map(
            cell ->
                "(CAST(%d AS BIGINT), %s)".formatted(cell.key(), SubjectSql.literal(cell.weight())))
        .collect(Collectors.joining(", "));
  }
}
