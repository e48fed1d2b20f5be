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

/// Profiles a manifest: facets, mentions and caption associations, in one scan of its files.
///
/// The engine groups and counts; only the groups come back, so that memory does not grow with the
/// rows. A file that turns out to be damaged, cut or gone while it is scanned becomes a reject, and
/// the scan starts again without it. Same files and settings, same numbers.
public final class CompositionProfiler {
  private static final long STEPS = 1000;

  private final QueryEngine engine;
  private final long mostTexts;

  public CompositionProfiler(QueryEngine engine) {
    this(engine, DistinctSampling.MOST_KEPT);
  }

  /// @param mostTexts rows beyond which distinct texts are sampled
  CompositionProfiler(QueryEngine engine, long mostTexts) {
    this.engine = engine;
    this.mostTexts = mostTexts;
  }

  /// Profiles a manifest.
  ///
  /// @param progress receives thousandths of the scan
  /// @throws PlumblineException if no column is the caption or none of the files can be read
  /// @throws java.util.concurrent.CancellationException within a second of a cancellation
  public CompositionResult profile(
      Manifest manifest,
      CompositionSettings settings,
      Progress progress,
      Cancellation cancellation) {
    return profile(manifest, settings, RowSelection.all(), progress, cancellation);
  }

  /// Profiles the rows of a manifest that a selection keeps, as if it held no others; failed rows
  /// are counted as they are.
  ///
  /// @param progress receives thousandths of the scan
  /// @throws PlumblineException if no column is the caption, none of the files can be read or the
  ///   manifest lacks what the selection asks for
  /// @throws java.util.concurrent.CancellationException within a second of a cancellation
  public CompositionResult profile(
      Manifest manifest,
      CompositionSettings settings,
      RowSelection selection,
      Progress progress,
      Cancellation cancellation) {
    requireCaption(manifest);
    TermMatcher matcher = matcher(settings.lexicon());
    String stage = "profiling " + manifest.id();
    progress.update(stage, 0, STEPS);
    DoubleConsumer share = part -> progress.update(stage, (long) (part * (STEPS - 1)), STEPS);
    try (CaptionSql captions = CaptionSql.of(engine, matcher);
        HostSql hosts = HostSql.of(engine)) {
      Attempt attempt =
          new Attempt(settings, selection, matcher, captions, hosts, share, cancellation);
      CompositionResult result =
          new RejectingScan<>(engine, attempt::run, attempt::run, cancellation).over(manifest);
      progress.update(stage, STEPS, STEPS);
      return result;
    }
  }

  /// @throws PlumblineException if there are more terms than a summary can tell apart
  static TermMatcher matcher(Lexicon lexicon) {
    TermMatcher matcher = new TermMatcher(lexicon);
    if (matcher.terms() > CaptionSummary.MOST_TERMS) {
      throw new PlumblineException(
          "The lexicon %s has %,d terms, at most %,d can be counted at once: split it."
              .formatted(lexicon.id(), matcher.terms(), CaptionSummary.MOST_TERMS));
    }
    return matcher;
  }

  /// @throws PlumblineException if no column is the caption
  static void requireCaption(Manifest manifest) {
    if (manifest.column(ColumnRole.CAPTION).isEmpty()) {
      throw new PlumblineException(manifest.withoutCaption());
    }
  }

  /// One try over files that are taken to be sound.
  private final class Attempt {
    private final CompositionSettings settings;
    private final RowSelection selection;
    private final TermMatcher matcher;
    private final CaptionSql captions;
    private final HostSql hosts;
    private final DoubleConsumer share;
    private final Cancellation cancellation;

    Attempt(
        CompositionSettings settings,
        RowSelection selection,
        TermMatcher matcher,
        CaptionSql captions,
        HostSql hosts,
        DoubleConsumer share,
        Cancellation cancellation) {
      this.settings = settings;
      this.selection = selection;
      this.matcher = matcher;
      this.captions = captions;
      this.hosts = hosts;
      this.share = share;
      this.cancellation = cancellation;
    }

    CompositionResult run(Manifest manifest) {
      try (QuerySession session = engine.session();
          KeptRows kept =
              KeptRows.of(selection, manifest, settings.lexicon(), engine, session, cancellation)) {
        ManifestTable table = new ManifestTable(manifest, session, kept.columns());
        GroupTable groups =
            GroupTable.fill(
                table,
                kept.only(table),
                DistinctSampling.of(table, mostTexts, cancellation),
                captions,
                hosts,
                session,
                share,
                cancellation);
        List<Reject> rejects = new ArrayList<>(manifest.rejects());
        rejects.addAll(table.rejectedRows(cancellation));
        groups.malformed(
            (file, lines) -> rejects.add(table.malformedLines(file, lines, cancellation)));
        return CompositionAssembly.of(manifest, settings, matcher, groups, rejects);
      }
    }
  }
}
