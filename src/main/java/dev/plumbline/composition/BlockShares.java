package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Intervals of all shares of a composition that was counted by blocks.
final class BlockShares {
  private static final int MOST_NAMES = 40;
  private static final String MISSING = "";

  private final GroupTable groups;
  private final int blocks;
  private final long ofBlocks;
  private final long[] used;
  private final BlockShare ofUsed;
  private final List<String> names;
  private final long[][] mentions;
  private final List<BlockCells> cells;

  BlockShares(GroupTable groups, int blocks, long ofBlocks, Lexicon lexicon, TermMatcher matcher) {
    this.groups = groups;
    this.blocks = blocks;
    this.ofBlocks = ofBlocks;
    used = new long[blocks];
    groups.used((block, rows) -> used[block] += rows);
    ofUsed = new BlockShare(used, ofBlocks);
    names = List.copyOf(lexicon.terms().keySet());
    cells = lexicon.tests().stream().map(test -> new BlockCells(test, names, blocks)).toList();
    mentions = new long[names.size()][blocks];
    MentionCounter lists = new MentionCounter(lexicon, matcher);
    groups.termsByBlock(
        (terms, block, rows) -> {
          BitSet mentioned = lists.lists(terms);
          mentioned.stream().forEach(list -> mentions[list][block] += rows);
          cells.forEach(test -> test.add(mentioned, block, rows));
        });
  }

  /// Intervals of the shares of used rows that mention a list.
  Map<String, Interval> mentions() {
    Map<String, Interval> intervals = new LinkedHashMap<>();
    if (ofUsed.defined()) {
      for (int list = 0; list < mentions.length; list++) {
        intervals.put(names.get(list), ofUsed.interval(mentions[list]));
      }
    }
    return intervals;
  }

  /// Caption associations with intervals for rows drawn by blocks; as they are if all blocks were
  /// drawn.
  ///
  /// @param alone one a test, in the lexicon's order
  List<CaptionAssociation> associations(List<CaptionAssociation> alone) {
    if (blocks == ofBlocks) {
      return alone;
    }
    BlockLogRatio ratios = new BlockLogRatio(blocks, ofBlocks);
    return IntStream.range(0, alone.size())
        .mapToObj(test -> cells.get(test).association(alone.get(test), ratios))
        .toList();
  }

  /// Adds the intervals of a facet's bins.
  ///
  /// @param ofValues of shares among the rows with a value, by facet and bin
  /// @param ofAll of shares among all used rows
  void facet(
      int number,
      Facet facet,
      Map<String, Map<String, Interval>> ofValues,
      Map<String, Map<String, Interval>> ofAll) {
    Map<String, long[]> counts = counts(number, facet);
    long[] valued = used.clone();
    long[] missing = counts.getOrDefault(MISSING, new long[blocks]);
    for (int block = 0; block < blocks; block++) {
      valued[block] -= missing[block];
    }
    BlockShare share = new BlockShare(valued, ofBlocks);
    ofValues.put(facet.name(), new HashMap<>());
    ofAll.put(facet.name(), new HashMap<>());
    counts.forEach(
        (bin, rows) -> {
          if (share.defined() && !bin.equals(MISSING)) {
            ofValues.get(facet.name()).put(bin, share.interval(rows));
          }
          if (ofUsed.defined()) {
            ofAll.get(facet.name()).put(bin, ofUsed.interval(rows));
          }
        });
  }

  private Map<String, long[]> counts(int number, Facet facet) {
    Map<String, long[]> counts = new HashMap<>();
    facet.bins().stream()
        .filter(bin -> bin.count() > 0)
        .limit(MOST_NAMES)
        .forEach(bin -> counts.put(bin.key(), new long[blocks]));
    counts.put(MISSING, new long[blocks]);
    FacetPlan plan = groups.plans().get(number);
    String first = groups.key(number, 0);
    switch (plan.kind()) {
      case WHOLE ->
          groups.facet(
              number,
              first + ", block, n",
              row -> {
                String bin =
                    row.missing(1)
                        ? MISSING
                        : plan.bins().orElseThrow().label(plan.bins().get().index(row.number(1)));
                add(counts, bin, (int) row.number(2), row.number(3));
              });
      case BINNED ->
          groups.facet(
              number,
              first + ", " + groups.key(number, 1) + ", block, n",
              row -> {
                String word = row.missing(2) ? MISSING : row.text(2);
                String bin =
                    row.missing(1) ? word : plan.bins().orElseThrow().label((int) row.number(1));
                add(counts, bin, (int) row.number(3), row.number(4));
              });
      case NAME, DOMAIN, TOP_LEVEL_DOMAIN, SCRIPT -> names(number, counts);
    }
    return counts;
  }

  private void names(int number, Map<String, long[]> counts) {
    groups.run(
        "SELECT name, block, n FROM " + groups.namedByBlock(number),
        row ->
            add(
                counts,
                row.missing(1) ? MISSING : row.text(1),
                (int) row.number(2),
                row.number(3)));
  }

  private static void add(Map<String, long[]> counts, String bin, int block, long rows) {
    long[] own = counts.get(bin);
    if (own != null) {
      own[block] += rows;
    }
  }
}
