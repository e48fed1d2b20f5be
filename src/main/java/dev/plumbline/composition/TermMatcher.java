package dev.plumbline.composition;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds all terms of a lexicon in a caption in one pass, however many terms there are.
///
/// A term is found case-insensitively ([CaseFolding]) where it stands between characters that
/// belong to no word ([WordCharacters]) or the ends of the caption; a term of a substring list
/// anywhere. Terms may hold spaces and punctuation, which must stand in the caption exactly so.
/// Nothing is stemmed or normalised. Thread-safe.
final class TermMatcher {
  private final TermTrie bounded = new TermTrie();
  private final TermTrie anywhere = new TermTrie();
  private final Map<String, Map<String, Integer>> ids = new LinkedHashMap<>();
  private final Map<String, Integer> boundedIds = new LinkedHashMap<>();
  private final Map<String, Integer> anywhereIds = new LinkedHashMap<>();
  private final int terms;

  TermMatcher(Lexicon lexicon) {
    int next = 0;
    for (Map.Entry<String, TermList> list : lexicon.terms().entrySet()) {
      boolean substring = list.getValue().substring();
      Map<String, Integer> known = substring ? anywhereIds : boundedIds;
      TermTrie trie = substring ? anywhere : bounded;
      Map<String, Integer> own = new LinkedHashMap<>();
      for (String term : list.getValue().terms()) {
        char[] folded = CaseFolding.fold(term);
        Integer id = known.get(new String(folded));
        if (id == null) {
          id = next++;
          known.put(new String(folded), id);
          trie.add(folded, id);
        }
        own.put(term, id);
      }
      ids.put(list.getKey(), own);
    }
    terms = next;
  }

  /// Number of distinct terms; ids run from 0.
  int terms() {
    return terms;
  }

  /// Ids of the terms of each list, in the lexicon's order.
  Map<String, Map<String, Integer>> ids() {
    return ids;
  }

  /// Ids of the terms that stand between characters of no word, by the term without case.
  Map<String, Integer> bounded() {
    return boundedIds;
  }

  /// Ids of the terms that may stand anywhere, by the term without case.
  Map<String, Integer> anywhere() {
    return anywhereIds;
  }

  /// Ids of all terms that the caption mentions.
  BitSet find(String caption) {
    BitSet found = new BitSet();
    char[] text = CaseFolding.fold(caption);
    boolean wordBefore = false;
    for (int at = 0; at < text.length; at++) {
      if (!wordBefore && bounded.starts(text[at])) {
        walk(bounded, text, at, true, found);
      }
      if (anywhere.starts(text[at])) {
        walk(anywhere, text, at, false, found);
      }
      wordBefore = WordCharacters.before(text, at + 1);
    }
    return found;
  }

  private static void walk(TermTrie trie, char[] text, int start, boolean ends, BitSet found) {
    int node = 0;
    for (int at = start; at < text.length; at++) {
      node = trie.child(node, text[at]);
      if (node < 0) {
        return;
      }
      int term = trie.term(node);
      if (term >= 0 && (!ends || !WordCharacters.at(text, at + 1))) {
        found.set(term);
      }
    }
  }
}
