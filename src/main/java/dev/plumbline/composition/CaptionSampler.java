package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.BlockSample;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QueryException;
import dev.plumbline.manifest.QuerySession;
import java.util.ArrayList;
import java.util.List;

/// Fetches captions of a manifest to look at, from blocks drawn as for an estimate
/// ([CompositionSampler]): same files, rows and seed, same captions.
public final class CaptionSampler {
  private final QueryEngine engine;

  public CaptionSampler(QueryEngine engine) {
    this.engine = engine;
  }

  /// Draws captions.
  ///
  /// @param rows about so many rows are looked at
  /// @throws PlumblineException if no column is the caption, the engine draws no samples or a file
  ///   is damaged
  public CaptionSample draw(Manifest manifest, long rows, long seed, Cancellation cancellation) {
    CompositionProfiler.requireCaption(manifest);
    try (QuerySession session = engine.session()) {
      BlockSample sample = engine.sample(manifest, rows, seed, cancellation);
      ManifestTable table = new ManifestTable(manifest, session);
      List<String> captions = new ArrayList<>();
      long[] looked = new long[1];
      session.query(
          "SELECT substring(%s, 1, %d), %s FROM %s AS drawn"
              .formatted(
                  ManifestTable.text(ColumnRole.CAPTION),
                  CaptionSample.LONGEST,
                  RowKind.sql(table),
                  table.sql(sample)),
          cancellation,
          row -> {
            looked[0]++;
            if (row.number(2) == 0 && !row.missing(1)) {
              captions.add(row.text(1));
            }
          });
      return new CaptionSample(manifest.id(), captions, looked[0], sample.random());
    } catch (QueryException e) {
      throw new PlumblineException(
          "Captions of %s cannot be read, one of its files is probably damaged: profile all of it to know which."
              .formatted(manifest.id()),
          e);
    }
  }
}
