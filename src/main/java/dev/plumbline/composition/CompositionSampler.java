package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.BlockSample;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QueryException;
import dev.plumbline.manifest.QuerySession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Estimates a composition from blocks of rows, in a moment and without reading the rest.
///
/// See [BlockSample] for how blocks are drawn and [BlockShare] for the intervals. Same files,
/// settings and seed, same numbers.
public final class CompositionSampler {
  private static final String TABLE = "plumbline_blocks";

  private final QueryEngine engine;

  public CompositionSampler(QueryEngine engine) {
    this.engine = engine;
  }

  /// Looks at some rows of a manifest.
  ///
  /// @param rows about so many
  /// @throws PlumblineException if no column is the caption, the engine draws no samples, a file is
  ///   damaged or no row was found
  public CompositionEstimate estimate(
      Manifest manifest,
      CompositionSettings settings,
      long rows,
      long seed,
      Cancellation cancellation) {
    CompositionProfiler.requireCaption(manifest);
    TermMatcher matcher = CompositionProfiler.matcher(settings.lexicon());
    try (CaptionSql captions = CaptionSql.of(engine, matcher);
        HostSql hosts = HostSql.of(engine);
        QuerySession session = engine.session()) {
      BlockSample sample = engine.sample(manifest, rows, seed, cancellation);
      ManifestTable table = new ManifestTable(manifest, session);
      // Blocks are read side by side where their order is not that of reading.
      session.store(
          TABLE,
          "SELECT * FROM " + table.sql(sample) + " AS drawn ORDER BY block",
          cancellation,
          _ -> {});
      GroupTable groups = GroupTable.ofBlocks(table, TABLE, captions, hosts, session, cancellation);
      CompositionResult result =
          CompositionAssembly.of(manifest, settings, matcher, groups, manifest.rejects());
      if (result.rows() == 0) {
        throw new PlumblineException(
            "A sample of %s has no rows: profile all of it.".formatted(manifest.id()));
      }
      return estimate(result, SampleBasis.of(sample, result.rows()), groups, matcher);
    } catch (QueryException e) {
      throw new PlumblineException(
          "A sample of %s cannot be read, one of its files is probably damaged: profile all of it to know which."
              .formatted(manifest.id()),
          e);
    }
  }

  private static CompositionEstimate estimate(
      CompositionResult result, SampleBasis basis, GroupTable groups, TermMatcher matcher) {
    Map<String, Map<String, Interval>> ofValues = new LinkedHashMap<>();
    Map<String, Map<String, Interval>> ofUsed = new LinkedHashMap<>();
    if (!basis.random()) {
      List<CaptionAssociation> bare =
          result.associations().stream().map(each -> each.with(Optional.empty())).toList();
      return new CompositionEstimate(
          result.withAssociations(bare), basis, ofValues, ofUsed, Map.of());
    }
    BlockShares shares =
        new BlockShares(
            groups, basis.blocks(), basis.ofBlocks(), result.settings().lexicon(), matcher);
    for (int i = 0; i < result.facets().size(); i++) {
      shares.facet(i, result.facets().get(i), ofValues, ofUsed);
    }
    return new CompositionEstimate(
        result.withAssociations(shares.associations(result.associations())),
        basis,
        ofValues,
        ofUsed,
        shares.mentions());
  }
}
