package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Adds up which terms occur together into mentions of terms and lists, of pairs of lists, and of
/// the cells and words of each test.
final class MentionCounter {
  private final TermMatcher matcher;
  private final List<String> names;
  private final BitSet[] listsOfTerm;
  private final long[] terms;
  private final long[] lists;
  private final CoOccurrenceCounter pairs;
  private final List<ContrastCounter> tests;
  private long all;

  MentionCounter(Lexicon lexicon, TermMatcher matcher) {
    this.matcher = matcher;
    names = new ArrayList<>(lexicon.terms().keySet());
    terms = new long[matcher.terms()];
    lists = new long[names.size()];
    pairs = new CoOccurrenceCounter(lexicon, names);
    tests =
        lexicon.tests().stream().map(test -> new ContrastCounter(test, matcher, names)).toList();
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
    if (found.isEmpty()) {
      return;
    }
    for (int id = found.nextSetBit(0); id >= 0; id = found.nextSetBit(id + 1)) {
      terms[id] += rows;
    }
    BitSet mentioned = lists(found);
    for (int list = mentioned.nextSetBit(0); list >= 0; list = mentioned.nextSetBit(list + 1)) {
      lists[list] += rows;
    }
    pairs.add(mentioned, rows);
    tests.forEach(test -> test.add(found, mentioned, rows));
  }

  /// Places of the lists that hold one of these terms.
  BitSet lists(BitSet found) {
    BitSet mentioned = new BitSet(lists.length);
    for (int id = found.nextSetBit(0); id >= 0; id = found.nextSetBit(id + 1)) {
      mentioned.or(listsOfTerm[id]);
    }
    return mentioned;
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
    return tests.stream().map(test -> test.association(lists, all)).toList();
  }

  /// What lies beneath the caption association of each test.
  List<TargetContrast> contrasts() {
    return tests.stream().map(test -> test.contrast(lists, terms)).toList();
  }

  /// Who is spoken of with what.
  CoOccurrence coOccurrence() {
    return pairs.counts(lists, all);
  }
}
