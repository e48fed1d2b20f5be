package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// A sample of a manifest's rows, kept in the engine, over which selections are tried in a moment.
///
/// See [RowSample] for how rows are chosen; a manifest of no more rows than asked for is taken
/// whole. Thresholds of shares of the highest are those of the sample.
public final class WhatIfSample implements AutoCloseable {
  private static final String TABLE = "plumbline_sample";
  private static final double HASHES = 1 << 24;

  private final QueryEngine engine;
  private final Manifest manifest;
  private final QuerySession session;
  private final List<String> columns;
  private final Optional<RowSample> sample;

  private WhatIfSample(
      QueryEngine engine,
      Manifest manifest,
      QuerySession session,
      List<String> columns,
      Optional<RowSample> sample) {
    this.engine = engine;
    this.manifest = manifest;
    this.session = session;
    this.columns = columns;
    this.sample = sample;
  }

  /// Draws a sample.
  ///
  /// @param rows about so many rows
  /// @param seed another seed, other rows
  /// @param share receives the finished share
  public static WhatIfSample draw(
      QueryEngine engine,
      Manifest manifest,
      long rows,
      long seed,
      DoubleConsumer share,
      Cancellation cancellation) {
    WhatIf.requireCaption(manifest);
    List<String> columns = manifest.columns().stream().map(Column::name).toList();
    QuerySession session = engine.session();
    try {
      long all = count(new ManifestTable(manifest, session).sql(), session, cancellation);
      ManifestTable table = new ManifestTable(manifest, session, columns);
      String chosen = "";
      if (all > rows) {
        long limit = Math.max(1, Math.round(HASHES * rows / all));
        chosen = " WHERE %s < '%06x'".formatted(hash(manifest, seed), limit);
      }
      session.store(
          TABLE,
          "SELECT *, %s AS sampled_kind FROM %s AS shards%s"
              .formatted(RowKind.sql(table), table.sql(), chosen),
          cancellation,
          share);
      Optional<RowSample> sample =
          all > rows
              ? Optional.of(new RowSample(count(TABLE, session, cancellation), all, seed))
              : Optional.empty();
      return new WhatIfSample(engine, manifest, session, columns, sample);
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static long count(String table, QuerySession session, Cancellation cancellation) {
    long[] rows = new long[1];
    session.query(
        "SELECT count(*) FROM " + table + " AS counted",
        cancellation,
        row -> rows[0] = row.number(1));
    return rows[0];
  }

  /// The first 24 bits of the MD5 of address, caption and seed, as six hexadecimal digits.
  private static String hash(Manifest manifest, long seed) {
    String url =
        manifest.column(ColumnRole.URL).isPresent()
            ? "coalesce(" + ManifestTable.text(ColumnRole.URL) + ", '')"
            : "''";
    return "substring(md5(concat(%s, '|', coalesce(%s, ''), '|%d')), 1, 6)"
        .formatted(url, ManifestTable.text(ColumnRole.CAPTION), seed);
  }

  /// How rows were chosen; empty if all rows are in it.
  public Optional<RowSample> sample() {
    return sample;
  }

  /// What a selection would leave of the sample.
  ///
  /// @throws dev.plumbline.core.PlumblineException if the manifest lacks what the selection asks
  ///   for
  public synchronized WhatIfResult estimate(WhatIfSettings settings, Cancellation cancellation) {
    TermMatcher matcher = new TermMatcher(settings.lexicon());
    Thresholds thresholds =
        new Thresholds(
            manifest,
            settings.lexicon(),
            engine,
            session,
            cancellation,
            columns,
            _ -> new Thresholds.Source(TABLE, "sampled_kind"));
    try (CaptionSql captions = CaptionSql.of(engine, matcher);
        KeptRows kept = KeptRows.of(settings, manifest, engine, columns, thresholds)) {
      WhatIfCounter counter = new WhatIfCounter(settings.lexicon(), matcher, captions);
      counter.count(kept.marked(TABLE, "sampled_kind"), session, _ -> {}, cancellation);
      return counter.result(manifest.id(), settings, kept.resolved(), manifest.rejects(), sample);
    }
  }

  @Override
  public synchronized void close() {
    session.close();
  }
}
