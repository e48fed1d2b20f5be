package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Reject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;

/// What would a selection leave of a manifest, and of whom?
///
/// One scan counts all rows and the kept ones together ([WhatIfCounter]); shares of the highest
/// (`similarity top 30%`) need two more of that one column ([Thresholds]). Damaged files become
/// rejects as in [CompositionProfiler].
public final class WhatIf {
  private static final long STEPS = 1000;

  private final QueryEngine engine;

  public WhatIf(QueryEngine engine) {
    this.engine = engine;
  }

  /// Scans the whole manifest.
  ///
  /// @param progress receives thousandths of the scan
  /// @throws PlumblineException if no column is the caption, none of the files can be read or the
  ///   manifest lacks what the selection asks for
  /// @throws java.util.concurrent.CancellationException within a second of a cancellation
  public WhatIfResult scan(
      Manifest manifest, WhatIfSettings settings, Progress progress, Cancellation cancellation) {
    requireCaption(manifest);
    TermMatcher matcher = new TermMatcher(settings.lexicon());
    String stage = "filtering " + manifest.id();
    progress.update(stage, 0, STEPS);
    DoubleConsumer share = part -> progress.update(stage, (long) (part * (STEPS - 1)), STEPS);
    try (CaptionSql captions = CaptionSql.of(engine, matcher)) {
      WhatIfResult result =
          new RejectingScan<>(
                  engine,
                  each -> attempt(each, settings, matcher, captions, share, cancellation),
                  each -> attempt(each, settings, matcher, captions, _ -> {}, cancellation),
                  cancellation)
              .over(manifest);
      progress.update(stage, STEPS, STEPS);
      return result;
    }
  }

  private WhatIfResult attempt(
      Manifest manifest,
      WhatIfSettings settings,
      TermMatcher matcher,
      CaptionSql captions,
      DoubleConsumer share,
      Cancellation cancellation) {
    try (QuerySession session = engine.session();
        KeptRows kept = KeptRows.of(settings, manifest, engine, session, List.of(), cancellation)) {
      ManifestTable table = new ManifestTable(manifest, session, kept.columns());
      WhatIfCounter counter = new WhatIfCounter(settings.lexicon(), matcher, captions, 0);
      counter.count(kept.marked(table), session, share, cancellation);
      List<Reject> rejects = new ArrayList<>(manifest.rejects());
      rejects.addAll(table.rejectedRows(cancellation));
      counter
          .malformed()
          .forEach((file, lines) -> rejects.add(table.malformedLines(file, lines, cancellation)));
      return counter.result(manifest.id(), settings, kept.resolved(), rejects);
    }
  }

  /// @throws PlumblineException if there is no caption to look for groups in
  static void requireCaption(Manifest manifest) {
    if (manifest.column(ColumnRole.CAPTION).isEmpty()) {
      throw new PlumblineException(manifest.withoutCaption());
    }
  }
}
