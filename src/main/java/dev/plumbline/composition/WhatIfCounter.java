package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
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

/// Counts all rows and the kept ones in the same scan: rows are grouped by kind, by whether they
/// are kept, and by the terms that their caption mentions.
final class WhatIfCounter {
  private final Lexicon lexicon;
  private final CellCounter cells;
  private final CaptionSql captions;
  private final MentionCounter raw;
  private final MentionCounter kept;
  private long rawRows;
  private long keptRows;
  private long failedRows;
  private final Map<String, Long> malformed = new TreeMap<>();

  WhatIfCounter(Lexicon lexicon, TermMatcher matcher, CaptionSql captions) {
    this.lexicon = lexicon;
    this.captions = captions;
    raw = new MentionCounter(lexicon, matcher);
    kept = new MentionCounter(lexicon, matcher);
    cells = new CellCounter(lexicon);
  }

  /// Scans.
  ///
  /// @param rows SQL made by [KeptRows#marked(ManifestTable)]
  /// @param share receives the finished share
  void count(String rows, QuerySession session, DoubleConsumer share, Cancellation cancellation) {
    String caption = ManifestTable.text(ColumnRole.CAPTION);
    String sql =
        ("SELECT row_kind, kept, terms, %1$s, malformed, count(*) AS n FROM (SELECT row_kind, kept,"
                + " %1$s, CASE WHEN row_kind = 0 THEN %2$s END AS terms, malformed FROM (SELECT"
                + " row_kind, kept, %1$s, %3$s AS summary, malformed FROM %4$s AS marked) AS"
                + " summarised) AS keyed GROUP BY row_kind, kept, terms, %1$s, malformed")
            .formatted(
                BoundFilter.CELL, captions.terms("summary"), captions.summary(caption), rows);
    session.query(
        sql,
        cancellation,
        share,
        row -> {
          long n = row.number(6);
          switch ((int) row.number(1)) {
            case 0 -> {
              boolean stays = Boolean.parseBoolean(row.text(2));
              BitSet terms = row.missing(3) ? null : captions.ids(row.text(3));
              add(terms, stays, n);
              if (stays) {
                cells.add(row.number(4), terms == null ? new BitSet() : kept.lists(terms), n);
              }
            }
            case 1 -> failedRows += n;
            default -> malformed.merge(row.text(5), n, Long::sum);
          }
        });
  }

  private void add(BitSet terms, boolean stays, long n) {
    rawRows += n;
    keptRows += stays ? n : 0;
    if (terms != null) {
      raw.add(terms, n);
      if (stays) {
        kept.add(terms, n);
      }
    }
  }

  /// Lines that were no record, by file.
  Map<String, Long> malformed() {
    return malformed;
  }

  /// The result of what was counted.
  WhatIfResult result(
      DatasetId dataset,
      WhatIfSettings settings,
      RowSelection resolved,
      List<Reject> rejects,
      Optional<RowSample> sample) {
    Map<String, Retention> groups = new LinkedHashMap<>();
    Map<String, Long> keptMentions = kept.mentions();
    raw.mentions()
        .forEach((list, rows) -> groups.put(list, retention(list, rows, keptMentions.get(list))));
    Map<String, List<Retention>> terms = new LinkedHashMap<>();
    Map<String, Map<String, Long>> keptTerms = kept.terms();
    raw.terms()
        .forEach(
            (list, counts) -> {
              List<Retention> each = new ArrayList<>();
              counts.forEach(
                  (term, rows) -> each.add(retention(term, rows, keptTerms.get(list).get(term))));
              terms.put(list, List.copyOf(each));
            });
    List<CaptionAssociation> before = raw.associations();
    List<CaptionAssociation> after = kept.associations();
    List<AssociationChange> changes = new ArrayList<>();
    List<ExclusionAmplification> amplifications = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      changes.add(new AssociationChange(before.get(i), after.get(i)));
      LexiconTest test = lexicon.tests().get(i);
      amplifications.add(ExclusionAmplification.of(groups.get(test.x()), groups.get(test.y())));
    }
    return new WhatIfResult(
            dataset,
            settings,
            resolved,
            failedRows,
            rawRows,
            keptRows,
            List.copyOf(groups.values()),
            terms,
            amplifications,
            changes,
            settings.mix().isEmpty() ? Optional.empty() : Optional.of(cells.counts()),
            Optional.empty(),
            Optional.empty(),
            rejects,
            sample)
        .with(settings.mix());
  }

  private Retention retention(String name, long rows, long stay) {
    return Retention.of(name, rows, stay, rawRows, keptRows);
  }
}
