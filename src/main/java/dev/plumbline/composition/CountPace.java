package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.BlockSample;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// How many rows of a manifest does this engine profile in a second?
///
/// Blocks of rows drawn at random ([BlockSample]) are laid aside and counted twice; the second time
/// is taken, since code runs slowly at first: pace = rows / seconds of the second count. What
/// reading from the disk costs is not in it, so that a full count takes at least rows / pace. Of an
/// engine with one thread it is the pace of one thread.
public final class CountPace {
  private static final String TABLE = "plumbline_pace";
  private static final long ROWS = 1 << 16;
  private static final long SEED = 20_261_127;

  private final QueryEngine engine;
  private final LongSupplier nanos;

  /// Measures an engine by the system's clock.
  public CountPace(QueryEngine engine) {
    this(engine, System::nanoTime);
  }

  /// @param nanos a clock
  CountPace(QueryEngine engine, LongSupplier nanos) {
    this.engine = engine;
    this.nanos = nanos;
  }

  /// Rows a second; empty where the manifest cannot be sampled.
  public OptionalDouble of(
      Manifest manifest, CompositionSettings settings, Cancellation cancellation) {
    TermMatcher matcher = CompositionProfiler.matcher(settings.lexicon());
    try (CaptionSql captions = CaptionSql.of(engine, matcher);
        HostSql hosts = HostSql.of(engine);
        QuerySession session = engine.session()) {
      BlockSample sample = engine.sample(manifest, ROWS, SEED, cancellation);
      ManifestTable table = new ManifestTable(manifest, session);
      session.store(
          TABLE, "SELECT * FROM " + table.sql(sample) + " AS drawn", cancellation, _ -> {});
      GroupTable.ofBlocks(table, TABLE, captions, hosts, session, cancellation);
      long start = nanos.getAsLong();
      GroupTable groups = GroupTable.ofBlocks(table, TABLE, captions, hosts, session, cancellation);
      double seconds = (nanos.getAsLong() - start) / 1e9;
      long rows = 0;
      for (long kind : groups.rows()) {
        rows += kind;
      }
      return rows == 0 || seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of(rows / seconds);
    } catch (PlumblineException _) {
      return OptionalDouble.empty();
    }
  }
}
