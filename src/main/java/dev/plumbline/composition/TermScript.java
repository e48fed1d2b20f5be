package dev.plumbline.composition;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;

/// What a term is written in, as far as it decides whether it can be found.
final class TermScript {
  private static final Set<UnicodeScript> WITHOUT_SPACES =
      EnumSet.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.BOPOMOFO,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);
  private static final Set<UnicodeScript> WITH_SPACES =
      EnumSet.of(
          UnicodeScript.LATIN,
          UnicodeScript.CYRILLIC,
          UnicodeScript.GREEK,
          UnicodeScript.ARMENIAN,
          UnicodeScript.GEORGIAN,
          UnicodeScript.ARABIC,
          UnicodeScript.HEBREW,
          UnicodeScript.DEVANAGARI);

  private TermScript() {}

  /// Whether it has a letter of a script that is written without spaces between words.
  static boolean withoutSpaces(String term) {
    return term.codePoints().anyMatch(point -> WITHOUT_SPACES.contains(UnicodeScript.of(point)));
  }

  /// Whether it begins or ends with a letter of a script in which a longer word may go on there.
  static boolean endsInWords(String term) {
    return !term.isEmpty()
        && (isSpaced(term.codePointAt(0)) || isSpaced(term.codePointBefore(term.length())));
  }

  private static boolean isSpaced(int point) {
    return Character.isLetter(point) && WITH_SPACES.contains(UnicodeScript.of(point));
  }

  /// The first character that is not seen but must stand in a caption all the same, -1 if there is
  /// none: controls, formats, and any white space but the plain one.
  static int invisible(String term) {
    return term.codePoints().filter(TermScript::isInvisible).findFirst().orElse(-1);
  }

  private static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      case Character.SPACE_SEPARATOR -> point != ' ';
      default -> false;
    };
  }

  /// Whether it holds a surrogate without its other half.
  static boolean halved(String term) {
    return term.codePoints().anyMatch(point -> Character.getType(point) == Character.SURROGATE);
  }
}
