package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.BlockSample;
import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleConsumer;

/// A sample of a manifest's rows, kept in the engine, over which selections are tried in a moment.
///
/// See [RowSample] for the two ways in which rows are chosen. Thresholds of shares of the highest
/// are those of the sample.
public final class WhatIfSample implements AutoCloseable {
  private static final String TABLE = "plumbline_sample";
  private static final String KIND = "sampled_kind";
  private static final double HASHES = 1 << 24;

  private final QueryEngine engine;
  private final Manifest manifest;
  private final QuerySession session;
  private final List<String> columns;
  private final Optional<RowSample> sample;
  private final long ofBlocks;

  private WhatIfSample(
      QueryEngine engine,
      Manifest manifest,
      QuerySession session,
      List<String> columns,
      Optional<RowSample> sample,
      long ofBlocks) {
    this.engine = engine;
    this.manifest = manifest;
    this.session = session;
    this.columns = columns;
    this.sample = sample;
    this.ofBlocks = ofBlocks;
  }

  /// Draws rows one by one, for which all are scanned; a manifest of no more rows than asked for is
  /// taken whole.
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
    return drawn(
        engine,
        manifest,
        (session, columns) -> {
          long all = count(new ManifestTable(manifest, session).sql(), session, cancellation);
          ManifestTable table = new ManifestTable(manifest, session, columns);
          String chosen = "";
          if (all > rows) {
            long limit = Math.max(1, Math.round(HASHES * rows / all));
            chosen = " WHERE %s < '%06x'".formatted(hash(manifest, seed), limit);
          }
          store(table, table.sql(), chosen, session, share, cancellation);
          Optional<RowSample> sample =
              all > rows
                  ? Optional.of(
                      new RowSample(
                          count(TABLE, session, cancellation), all, OptionalInt.empty(), seed))
                  : Optional.empty();
          return new WhatIfSample(engine, manifest, session, columns, sample, 0);
        });
  }

  /// Draws blocks of rows, for which only these are read. Selections without duplicates and target
  /// mixes are not to be tried on them: copies of a row lie in other blocks, and the intervals of
  /// weights are for rows drawn one by one.
  ///
  /// @param rows about so many rows
  /// @param seed another seed, other blocks
  /// @return empty where blocks cannot be drawn at random, or would be all
  /// @throws dev.plumbline.core.PlumblineException if the engine draws no samples
  public static Optional<WhatIfSample> drawBlocks(
      QueryEngine engine, Manifest manifest, long rows, long seed, Cancellation cancellation) {
    BlockSample blocks = engine.sample(manifest, rows, seed, cancellation);
    if (!blocks.random() || blocks.size() == blocks.of()) {
      return Optional.empty();
    }
    return Optional.of(
        drawn(
            engine,
            manifest,
            (session, columns) -> {
              ManifestTable table = new ManifestTable(manifest, session, columns);
              store(table, table.sql(blocks), " ORDER BY block", session, _ -> {}, cancellation);
              long found = count(TABLE, session, cancellation);
              long all =
                  blocks.rows().orElse(Math.round((double) found / blocks.size() * blocks.of()));
              RowSample sample = new RowSample(found, all, OptionalInt.of(blocks.size()), seed);
              return new WhatIfSample(
                  engine, manifest, session, columns, Optional.of(sample), blocks.of());
            }));
  }

  @FunctionalInterface
  private interface Drawing {
    WhatIfSample in(QuerySession session, List<String> columns);
  }

  private static WhatIfSample drawn(QueryEngine engine, Manifest manifest, Drawing drawing) {
    WhatIf.requireCaption(manifest);
    QuerySession session = engine.session();
    try {
      return drawing.in(session, manifest.columns().stream().map(Column::name).toList());
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  private static void store(
      ManifestTable table,
      String rows,
      String chosen,
      QuerySession session,
      DoubleConsumer share,
      Cancellation cancellation) {
    session.store(
        TABLE,
        "SELECT *, %s AS %s FROM %s AS shards%s".formatted(RowKind.sql(table), KIND, rows, chosen),
        cancellation,
        share);
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
  /// @throws IllegalArgumentException if blocks of rows cannot answer it
  public synchronized WhatIfResult estimate(WhatIfSettings settings, Cancellation cancellation) {
    OptionalInt blocks = sample.map(RowSample::blocks).orElse(OptionalInt.empty());
    Arguments.check(
        blocks.isEmpty() || answers(settings), "duplicates and mixes need rows drawn one by one");
    TermMatcher matcher = new TermMatcher(settings.lexicon());
    Thresholds thresholds =
        new Thresholds(
            manifest,
            settings.lexicon(),
            engine,
            session,
            cancellation,
            columns,
            _ -> new Thresholds.Source(TABLE, KIND));
    try (CaptionSql captions = CaptionSql.of(engine, matcher);
        KeptRows kept = KeptRows.of(settings, manifest, engine, columns, thresholds)) {
      WhatIfCounter counter =
          new WhatIfCounter(settings.lexicon(), matcher, captions, blocks.orElse(0));
      counter.count(kept.marked(TABLE, KIND), session, _ -> {}, cancellation);
      WhatIfResult result =
          counter.result(manifest.id(), settings, kept.resolved(), manifest.rejects());
      if (sample.isEmpty()) {
        return result;
      }
      return blocks.isEmpty()
          ? result.of(sample.get())
          : result.of(sample.get(), counter.byBlock(ofBlocks));
    }
  }

  /// Whether blocks of rows can answer what is asked.
  public static boolean answers(WhatIfSettings settings) {
    return settings.selection().dedupe().isEmpty() && settings.mix().isEmpty();
  }

  @Override
  public synchronized void close() {
    session.close();
  }
}
