package dev.plumbline.composition;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Ignores case in any script, one character at a time: lower case of the upper case, as the
/// Unicode case-insensitive match of regular expressions does. So `Σ`, `σ` and `ς` are one letter,
/// `İ`, `ı` and `i` are one letter, and `ß` is not `ss`.
final class CaseFolding {
  private static final char[] BASIC = basic();

  private CaseFolding() {}

  private static char[] basic() {
    char[] table = new char[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      int folded = Character.isSurrogate((char) c) ? c : fold(c);
      table[c] = Character.isBmpCodePoint(folded) ? (char) folded : (char) c;
    }
    return table;
  }

  /// The text with case removed; the same number of `char`s.
  static char[] fold(String text) {
    char[] folded = text.toCharArray();
    for (int i = 0; i < folded.length; i++) {
      char c = folded[i];
      if (!Character.isHighSurrogate(c) || i + 1 == folded.length) {
        folded[i] = BASIC[c];
      } else {
        int point = fold(Character.toCodePoint(c, folded[i + 1]));
        if (Character.isSupplementaryCodePoint(point)) {
          Character.toChars(point, folded, i);
        }
        i++;
      }
    }
    return folded;
  }

  /// The characters that fold to one of `wanted` and are not it, each with what it folds to.
  static Map<Integer, Integer> onto(Set<Integer> wanted) {
    Map<Integer, Integer> folded = new TreeMap<>();
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (fold(point) != point) {
        int to = Character.codePointAt(fold(Character.toString(point)), 0);
        if (to != point && wanted.contains(to)) {
          folded.put(point, to);
        }
      }
    }
    return folded;
  }

  private static int fold(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }
}
