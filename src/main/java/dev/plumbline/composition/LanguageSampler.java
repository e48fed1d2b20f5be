package dev.plumbline.composition;

import dev.plumbline.composition.DetectedLanguages.Refusal;
import dev.plumbline.composition.language.CaptionLanguage;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.BlockSample;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.TextFunction;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Detects the languages of a manifest's captions on a sample of its rows, where no column tells
/// them.
///
/// Blocks of rows are drawn as for a quick look ([BlockSample]), the engine calls [CaptionLanguage]
/// for each caption, on as many threads as it has, and only counts come back. Same files, number of
/// rows and seed, same numbers. Where the engine cannot call into this process, as on a cluster,
/// nothing is detected.
public final class LanguageSampler implements AutoCloseable {
  /// Rows looked at unless another number is asked for.
  public static final long ROWS = 20_000;

  private static final int MOST_CHARACTERS = 1000;
  private static final Logger LOG = LoggerFactory.getLogger(LanguageSampler.class);

  private final QueryEngine engine;
  private CaptionLanguage detector;

  public LanguageSampler(QueryEngine engine) {
    this.engine = engine;
  }

  /// The languages of a manifest's captions; none where a column tells them.
  ///
  /// @param rows about so many are looked at
  /// @throws PlumblineException if no column is the caption
  /// @throws java.util.concurrent.CancellationException if cancelled
  public DetectedLanguages detect(
      Manifest manifest, long rows, long seed, Cancellation cancellation) {
    CompositionProfiler.requireCaption(manifest);
    if (manifest.column(ColumnRole.LANGUAGE).isPresent()) {
      return DetectedLanguages.none();
    }
    if (!engine.callsBack()) {
      return DetectedLanguages.refused(Refusal.CLUSTER);
    }
    CaptionLanguage languages = detector();
    try (TextFunction function = engine.register(languages::of).orElseThrow()) {
      BlockSample sample = engine.sample(manifest, rows, seed, cancellation);
      LanguageCounts counts = counts(manifest, sample, function, cancellation);
      return counts.captions() == 0
          ? DetectedLanguages.refused(Refusal.NO_CAPTION)
          : DetectedLanguages.of(counts.estimate(sample, CaptionLanguage.DETECTOR));
    } catch (PlumblineException e) {
      LOG.info("No sample of {} for its languages", manifest.id(), e);
      return DetectedLanguages.refused(Refusal.UNREADABLE);
    }
  }

  private LanguageCounts counts(
      Manifest manifest, BlockSample sample, TextFunction function, Cancellation cancellation) {
    LanguageCounts counts = new LanguageCounts(sample.size());
    try (QuerySession session = engine.session()) {
      ManifestTable table = new ManifestTable(manifest, session);
      String caption = ManifestTable.text(ColumnRole.CAPTION);
      String text =
          "CASE WHEN kind = 0 THEN nullif(trim(substring(%s, 1, %d)), '') END"
              .formatted(caption, MOST_CHARACTERS);
      String query =
          "SELECT block, kind, language, count(*) FROM (SELECT block, kind, %s AS language FROM (SELECT block, %s, %s AS kind FROM %s AS drawn) AS marked) AS detected GROUP BY block, kind, language"
              .formatted(function.call(text), caption, RowKind.sql(table), table.sql(sample));
      session.query(
          query,
          cancellation,
          row ->
              counts.add(
                  (int) row.number(1),
                  row.number(2) == 0,
                  Optional.ofNullable(row.text(3)),
                  row.number(2) == 2 ? 0 : row.number(4)));
    }
    return counts;
  }

  private synchronized CaptionLanguage detector() {
    if (detector == null) {
      detector = CaptionLanguage.load();
    }
    return detector;
  }

  @Override
  public synchronized void close() {
    if (detector != null) {
      detector.close();
    }
  }
}
