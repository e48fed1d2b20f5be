package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Proportion;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Reject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;
import java.util.stream.Stream;

/// Counts all rows and the kept ones in the same scan: rows are grouped by kind, by whether they
/// are kept, and by the terms that their caption mentions.
final class WhatIfCounter {
  private final Lexicon lexicon;
  private final CellCounter cells;
  private final CaptionSql captions;
  private final KeptTally all;
  private final List<KeptTally> blocks;
  private long failedRows;
  private final Map<String, Long> malformed = new TreeMap<>();

  /// @param blocks blocks by which rows are counted too; 0 for none
  WhatIfCounter(Lexicon lexicon, TermMatcher matcher, CaptionSql captions, int blocks) {
    this.lexicon = lexicon;
    this.captions = captions;
    all = new KeptTally(lexicon, matcher);
    this.blocks = Stream.generate(() -> new KeptTally(lexicon, matcher)).limit(blocks).toList();
    cells = new CellCounter(lexicon);
  }

  /// Scans.
  ///
  /// @param rows SQL made by [KeptRows#marked(ManifestTable)], with a column `block` if rows are
  ///   counted by block
  /// @param share receives the finished share
  void count(String rows, QuerySession session, DoubleConsumer share, Cancellation cancellation) {
    String caption = ManifestTable.text(ColumnRole.CAPTION);
    String block = blocks.isEmpty() ? "0" : "block";
    String sql =
        ("SELECT row_kind, kept, terms, %1$s, malformed, block, count(*) AS n FROM (SELECT"
             + " row_kind, kept, %1$s, CASE WHEN row_kind = 0 THEN %2$s END AS terms, malformed,"
             + " block FROM (SELECT row_kind, kept, %1$s, %3$s AS summary, malformed, %4$s AS block"
             + " FROM %5$s AS marked) AS summarised) AS keyed GROUP BY row_kind, kept, terms, %1$s,"
             + " malformed, block")
            .formatted(
                BoundFilter.CELL,
                captions.terms("summary"),
                captions.summary(caption),
                block,
                rows);
    session.query(
        sql,
        cancellation,
        share,
        row -> {
          long n = row.number(7);
          switch ((int) row.number(1)) {
            case 0 -> {
              boolean stays = Boolean.parseBoolean(row.text(2));
              BitSet terms = row.missing(3) ? null : captions.ids(row.text(3));
              all.add(terms, stays, n);
              if (!blocks.isEmpty()) {
                blocks.get((int) row.number(6)).add(terms, stays, n);
              }
              if (stays) {
                cells.add(row.number(4), terms == null ? new BitSet() : all.lists(terms), n);
              }
            }
            case 1 -> failedRows += n;
            default -> malformed.merge(row.text(5), n, Long::sum);
          }
        });
  }

  /// Lines that were no record, by file.
  Map<String, Long> malformed() {
    return malformed;
  }

  /// The result of what was counted.
  WhatIfResult result(
      DatasetId dataset, WhatIfSettings settings, RowSelection resolved, List<Reject> rejects) {
    Map<String, Retention> groups = new LinkedHashMap<>();
    Map<String, Long> keptMentions = all.mentions(true);
    all.mentions(false)
        .forEach((list, rows) -> groups.put(list, retention(list, rows, keptMentions.get(list))));
    Map<String, List<Retention>> terms = new LinkedHashMap<>();
    Map<String, Map<String, Long>> keptTerms = all.terms(true);
    all.terms(false)
        .forEach(
            (list, counts) -> {
              List<Retention> each = new ArrayList<>();
              counts.forEach(
                  (term, rows) -> each.add(retention(term, rows, keptTerms.get(list).get(term))));
              terms.put(list, List.copyOf(each));
            });
    List<CaptionAssociation> before = all.associations(false);
    List<CaptionAssociation> after = all.associations(true);
    List<AssociationChange> changes = new ArrayList<>();
    List<ExclusionAmplification> amplifications = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      changes.add(new AssociationChange(before.get(i), after.get(i)));
      LexiconTest test = lexicon.tests().get(i);
      amplifications.add(ExclusionAmplification.of(groups.get(test.x()), groups.get(test.y())));
    }
    long used = all.rows(false);
    long kept = all.rows(true);
    return new WhatIfResult(
            dataset,
            settings,
            resolved,
            failedRows,
            used,
            kept,
            used == 0 ? Optional.empty() : Optional.of(new Proportion(kept, used).wilson()),
            List.copyOf(groups.values()),
            terms,
            amplifications,
            changes,
            settings.mix().isEmpty() ? Optional.empty() : Optional.of(cells.counts()),
            Optional.empty(),
            Optional.empty(),
            rejects,
            Optional.empty())
        .with(settings.mix());
  }

  /// Intervals for rows drawn by blocks.
  ///
  /// @param ofBlocks blocks that there are
  BlockKept byBlock(long ofBlocks) {
    return new BlockKept(blocks, ofBlocks);
  }

  private Retention retention(String name, long rows, long stay) {
    return Retention.of(name, rows, stay, all.rows(false), all.rows(true));
  }
}
