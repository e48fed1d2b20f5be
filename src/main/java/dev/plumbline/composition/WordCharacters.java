package dev.plumbline.composition;

/// What a word is made of: letters, digits (numbers of any kind) and the underscore, of any script.
/// Marks, spaces, punctuation and symbols are not.
final class WordCharacters {
  private static final boolean[] BASIC = basic();

  private WordCharacters() {}

  private static boolean[] basic() {
    boolean[] table = new boolean[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = in(c);
    }
    return table;
  }

  private static boolean in(int point) {
    return point == '_'
        || switch (Character.getType(point)) {
          case Character.UPPERCASE_LETTER,
              Character.LOWERCASE_LETTER,
              Character.TITLECASE_LETTER,
              Character.MODIFIER_LETTER,
              Character.OTHER_LETTER,
              Character.DECIMAL_DIGIT_NUMBER,
              Character.LETTER_NUMBER,
              Character.OTHER_NUMBER ->
              true;
          default -> false;
        };
  }

  /// Whether the character that ends before position `at` belongs to a word; false at the start.
  static boolean before(char[] text, int at) {
    if (at == 0) {
      return false;
    }
    char c = text[at - 1];
    boolean pair = Character.isLowSurrogate(c) && at > 1 && Character.isHighSurrogate(text[at - 2]);
    return pair ? in(Character.toCodePoint(text[at - 2], c)) : BASIC[c];
  }

  /// Whether the character that starts at position `at` belongs to a word; false at the end.
  static boolean at(char[] text, int at) {
    if (at == text.length) {
      return false;
    }
    char c = text[at];
    boolean pair =
        Character.isHighSurrogate(c)
            && at + 1 < text.length
            && Character.isLowSurrogate(text[at + 1]);
    return pair ? in(Character.toCodePoint(c, text[at + 1])) : BASIC[c];
  }
}
