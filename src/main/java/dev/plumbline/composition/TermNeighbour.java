package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A word that often stands right beside a term, as "plate" behind "china": what tells whether the
/// term means what its list is about.
///
/// @param word the word, without case
/// @param before whether it stands before the term, else behind it
/// @param captions captions in which it stands there
public record TermNeighbour(String word, boolean before, int captions) {
  private record Key(String word, boolean before) {}

  /// The most frequent neighbours of a term that stands between non-word characters, most frequent
  /// first, those of equal number in the order of the alphabet. A neighbour is the run of word
  /// characters that only white space or a hyphen parts from the term; one caption counts a
  /// neighbour once.
  ///
  /// @param captions captions to look at
  /// @param most at most so many, and none that stands in one caption only
  public static List<TermNeighbour> of(String term, List<String> captions, int most) {
    Map<Key, Integer> counts = new LinkedHashMap<>();
    for (String caption : captions) {
      char[] text = CaseFolding.fold(caption);
      Set<Key> here = new HashSet<>();
      for (TermSpan span : TermSpan.of(term, false, caption)) {
        add(here, wordBefore(text, span.start()), true);
        add(here, wordBehind(text, span.end()), false);
      }
      here.forEach(key -> counts.merge(key, 1, Integer::sum));
    }
    List<TermNeighbour> found = new ArrayList<>();
    counts.forEach((key, count) -> found.add(new TermNeighbour(key.word, key.before, count)));
    return found.stream()
        .filter(it -> it.captions > 1)
        .sorted(
            Comparator.comparingInt(TermNeighbour::captions)
                .reversed()
                .thenComparing(TermNeighbour::word)
                .thenComparing(TermNeighbour::before))
        .limit(most)
        .toList();
  }

  private static void add(Set<Key> here, String word, boolean before) {
    if (!word.isEmpty()) {
      here.add(new Key(word, before));
    }
  }

  private static String wordBefore(char[] text, int start) {
    int end = start;
    while (end > 0 && parts(text[end - 1])) {
      end--;
    }
    int first = end;
    while (first > 0 && end < start && WordCharacters.before(text, first)) {
      first -= Character.isLowSurrogate(text[first - 1]) ? 2 : 1;
    }
    return new String(text, first, end - first);
  }

  private static String wordBehind(char[] text, int end) {
    int start = end;
    while (start < text.length && parts(text[start])) {
      start++;
    }
    int last = start;
    while (last < text.length && start > end && WordCharacters.at(text, last)) {
      last += Character.isHighSurrogate(text[last]) ? 2 : 1;
    }
    return new String(text, start, last - start);
  }

  private static boolean parts(char c) {
    return c == '-' || Character.isWhitespace(c);
  }
}
