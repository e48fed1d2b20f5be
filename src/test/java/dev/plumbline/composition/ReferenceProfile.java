package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The definitions of mentions and contingency, written down a second time, naively and over plain
/// lists: the oracle of the profiler's tests.
final class ReferenceProfile {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]");

  private final Lexicon lexicon;
  private final List<String> captions;
  private final Map<String, boolean[]> members = new LinkedHashMap<>();

  /// @param captions captions that are not null
  ReferenceProfile(Lexicon lexicon, List<String> captions) {
    this.lexicon = lexicon;
    this.captions = captions;
  }

  /// Compares code point by code point at every position of the caption.
  static boolean mentions(String caption, String term, boolean substring) {
    return mentions(
        caption.codePoints().toArray(),
        caption.codePoints().map(ReferenceProfile::folded).toArray(),
        term.codePoints().map(ReferenceProfile::folded).toArray(),
        substring);
  }

  private static boolean mentions(int[] text, int[] folded, int[] wanted, boolean substring) {
    for (int start = 0; start + wanted.length <= text.length; start++) {
      int end = start + wanted.length;
      if (Arrays.equals(folded, start, end, wanted, 0, wanted.length)
          && (substring || outside(text, start - 1) && outside(text, end))) {
        return true;
      }
    }
    return false;
  }

  private static int folded(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  private static boolean outside(int[] text, int at) {
    return at < 0 || at == text.length || !WORD.matcher(Character.toString(text[at])).matches();
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
      boolean[] in = members(list);
      counts.put(list, IntStream.range(0, in.length).filter(i -> in[i]).count());
    }
    return counts;
  }

  private boolean[] members(String name) {
    return members.computeIfAbsent(
        name,
        _ -> {
          TermList list = lexicon.terms().get(name);
          boolean[] in = new boolean[captions.size()];
          for (int i = 0; i < in.length; i++) {
            String caption = captions.get(i);
            in[i] = list.terms().stream().anyMatch(t -> mentions(caption, t, list.substring()));
          }
          return in;
        });
  }

  /// For each test xa, xb, ya, yb and overlap.
  List<List<Long>> cells() {
    List<List<Long>> all = new ArrayList<>();
    for (LexiconTest test : lexicon.tests()) {
      long[] n = new long[5];
      for (int row = 0; row < captions.size(); row++) {
        int several = 0;
        String[][] pairs = {
          {test.x(), test.a()}, {test.x(), test.b()}, {test.y(), test.a()}, {test.y(), test.b()}
        };
        for (int i = 0; i < pairs.length; i++) {
          if (members(pairs[i][0])[row] && members(pairs[i][1])[row]) {
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

  /// Rows that mention each group together with each attribute.
  List<List<Long>> together() {
    return lexicon.groups().stream()
        .map(group -> lexicon.attributes().stream().map(a -> rows(group, a)).toList())
        .toList();
  }

  private long rows(String one, String other) {
    boolean[] first = members(one);
    boolean[] second = members(other);
    return IntStream.range(0, first.length).filter(i -> first[i] && second[i]).count();
  }

  /// For each test the counts of a [TargetBalance], in its order.
  List<TargetBalance> balances() {
    List<TargetBalance> balances = new ArrayList<>();
    for (LexiconTest test : lexicon.tests()) {
      long[] n = new long[9];
      for (int row = 0; row < captions.size(); row++) {
        boolean x = members(test.x())[row];
        boolean y = members(test.y())[row];
        boolean a = members(test.a())[row];
        boolean b = members(test.b())[row];
        boolean[] in = {x || y, x, y, (x || y) && a, (x || y) && b, x && a, x && b, y && a, y && b};
        for (int i = 0; i < n.length; i++) {
          n[i] += in[i] ? 1 : 0;
        }
      }
      balances.add(new TargetBalance(n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]));
    }
    return balances;
  }

  /// Rows that mention a list together with a term.
  long rows(String list, String term, boolean substring) {
    boolean[] in = members(list);
    return IntStream.range(0, in.length)
        .filter(i -> in[i] && mentions(captions.get(i), term, substring))
        .count();
  }
}
