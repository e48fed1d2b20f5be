package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds up which terms occur together into mentions of terms, of lists and of the cells of each
/// test.
final class MentionCounter {
  private final Lexicon lexicon;
  private final TermMatcher matcher;
  private final List<String> names;
  private final BitSet[] listsOfTerm;
  private final long[] terms;
  private final long[] lists;
  private final long[][] cells;
  private long all;

  MentionCounter(Lexicon lexicon, TermMatcher matcher) {
    this.lexicon = lexicon;
    this.matcher = matcher;
    names = new ArrayList<>(lexicon.terms().keySet());
    terms = new long[matcher.terms()];
    lists = new long[names.size()];
    cells = new long[lexicon.tests().size()][5];
    listsOfTerm = new BitSet[matcher.terms()];
    Arrays.setAll(listsOfTerm, _ -> new BitSet());
    matcher
        .ids()
        .forEach(
            (list, ids) -> ids.values().forEach(id -> listsOfTerm[id].set(names.indexOf(list))));
  }

  /// Adds `rows` captions that mention exactly the terms `found`.
  void add(BitSet found, long rows) {
    all += rows;
    for (int id = found.nextSetBit(0); id >= 0; id = found.nextSetBit(id + 1)) {
      terms[id] += rows;
    }
    BitSet mentioned = lists(found);
    for (int list = mentioned.nextSetBit(0); list >= 0; list = mentioned.nextSetBit(list + 1)) {
      lists[list] += rows;
    }
    for (int test = 0; test < cells.length; test++) {
      addCells(lexicon.tests().get(test), mentioned, rows, cells[test]);
    }
  }

  /// Places of the lists that hold one of these terms.
  BitSet lists(BitSet found) {
    BitSet mentioned = new BitSet();
    for (int id = found.nextSetBit(0); id >= 0; id = found.nextSetBit(id + 1)) {
      mentioned.or(listsOfTerm[id]);
    }
    return mentioned;
  }

  private void addCells(LexiconTest test, BitSet mentioned, long rows, long[] counts) {
    boolean x = mentioned.get(names.indexOf(test.x()));
    boolean y = mentioned.get(names.indexOf(test.y()));
    boolean a = mentioned.get(names.indexOf(test.a()));
    boolean b = mentioned.get(names.indexOf(test.b()));
    boolean[] in = {x && a, x && b, y && a, y && b};
    int several = 0;
    for (int cell = 0; cell < in.length; cell++) {
      if (in[cell]) {
        counts[cell] += rows;
        several++;
      }
    }
    if (several > 1) {
      counts[4] += rows;
    }
  }

  /// Rows that mention each list, in the lexicon's order.
  Map<String, Long> mentions() {
    Map<String, Long> mentions = new LinkedHashMap<>();
    for (int list = 0; list < lists.length; list++) {
      mentions.put(names.get(list), lists[list]);
    }
    return mentions;
  }

  /// Rows that mention each term, by list.
  Map<String, Map<String, Long>> terms() {
    Map<String, Map<String, Long>> byList = new LinkedHashMap<>();
    matcher
        .ids()
        .forEach(
            (list, ids) -> {
              Map<String, Long> counts = new LinkedHashMap<>();
              ids.forEach((term, id) -> counts.put(term, terms[id]));
              byList.put(list, counts);
            });
    return byList;
  }

  /// The caption association of each test.
  List<CaptionAssociation> associations() {
    List<CaptionAssociation> associations = new ArrayList<>();
    for (int i = 0; i < cells.length; i++) {
      LexiconTest test = lexicon.tests().get(i);
      long[] n = cells[i];
      associations.add(
          CaptionAssociations.of(
              test,
              new CaptionAssociations.Cells(n[0], n[1], n[2], n[3], n[4]),
              count(test.x()),
              count(test.y()),
              count(test.a()),
              count(test.b()),
              all));
    }
    return associations;
  }

  private long count(String list) {
    return lists[names.indexOf(list)];
  }
}
