package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The definitions of mentions and contingency, written down a second time, naively and over plain
/// lists: the oracle of the profiler's tests.
final class ReferenceProfile {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]");

  private final Lexicon lexicon;
  private final List<String> captions;

  /// @param captions captions that are not null
  ReferenceProfile(Lexicon lexicon, List<String> captions) {
    this.lexicon = lexicon;
    this.captions = captions;
  }

  /// Compares code point by code point at every position of the caption.
  static boolean mentions(String caption, String term, boolean substring) {
    int[] text = caption.codePoints().toArray();
    int[] wanted = term.codePoints().toArray();
    for (int start = 0; start + wanted.length <= text.length; start++) {
      int end = start + wanted.length;
      boolean same = true;
      for (int i = 0; i < wanted.length; i++) {
        same &= folded(text[start + i]) == folded(wanted[i]);
      }
      boolean free =
          (start == 0 || !word(text[start - 1])) && (end == text.length || !word(text[end]));
      if (same && (substring || free)) {
        return true;
      }
    }
    return false;
  }

  private static int folded(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  private static boolean word(int point) {
    return WORD.matcher(Character.toString(point)).matches();
  }

  Map<String, Map<String, Long>> terms() {
    Map<String, Map<String, Long>> counts = new LinkedHashMap<>();
    lexicon
        .terms()
        .forEach(
            (name, list) -> {
              Map<String, Long> own = new LinkedHashMap<>();
              for (String term : list.terms()) {
                own.put(
                    term,
                    captions.stream().filter(c -> mentions(c, term, list.substring())).count());
              }
              counts.put(name, own);
            });
    return counts;
  }

  Map<String, Long> mentions() {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (String list : lexicon.terms().keySet()) {
      counts.put(list, captions.stream().filter(c -> in(c, list)).count());
    }
    return counts;
  }

  /// For each test xa, xb, ya, yb and overlap.
  List<List<Long>> cells() {
    List<List<Long>> all = new ArrayList<>();
    for (LexiconTest test : lexicon.tests()) {
      long[] n = new long[5];
      for (String caption : captions) {
        int several = 0;
        String[][] pairs = {
          {test.x(), test.a()}, {test.x(), test.b()}, {test.y(), test.a()}, {test.y(), test.b()}
        };
        for (int i = 0; i < pairs.length; i++) {
          if (in(caption, pairs[i][0]) && in(caption, pairs[i][1])) {
            n[i]++;
            several++;
          }
        }
        n[4] += several > 1 ? 1 : 0;
      }
      all.add(List.of(n[0], n[1], n[2], n[3], n[4]));
    }
    return all;
  }

  private boolean in(String caption, String name) {
    TermList list = lexicon.terms().get(name);
    return list.terms().stream().anyMatch(term -> mentions(caption, term, list.substring()));
  }
}
