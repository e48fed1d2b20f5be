package dev.plumbline.composition.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The letters of a caption that may tell its language.
///
/// Left out are character references (`&amp;`), tags, and words that are ASCII with a digit, are
/// addresses (`@`, `://`, `www.`) or end like a file: they are no language. The writing system is
/// the one with most letters, a Han, kana or Hangul character counted as two; Han characters count
/// as kana where there is any kana. Ties go to the system listed first.
///
/// @param system the writing system
/// @param text words in it, in lower case, separated by single spaces
/// @param letters number of letters in `text`
record CaptionLetters(WritingSystem system, String text, int letters) {
  private static final int MOST_CHARACTERS = 1000;
  private static final Pattern MARKUP = Pattern.compile("&#?[A-Za-z0-9]{1,10};|<[^<>]{0,200}>");
  private static final Pattern SPACE = Pattern.compile("[\\s|]+");
  private static final Pattern NO_WORD =
      Pattern.compile("^\\p{ASCII}*[0-9]\\p{ASCII}*$|@|://|^www\\.|\\.[A-Za-z]{2,5}$");

  /// The letters of a caption, of which the first 1,000 characters are looked at; empty if it has
  /// none.
  static Optional<CaptionLetters> of(String caption) {
    String head =
        caption.length() > MOST_CHARACTERS ? caption.substring(0, MOST_CHARACTERS) : caption;
    StringBuilder words = new StringBuilder();
    for (String word : SPACE.split(MARKUP.matcher(head).replaceAll(" "))) {
      if (!NO_WORD.matcher(word).find()) {
        words.append(word).append(' ');
      }
    }
    String text = words.toString();
    return system(text).map(system -> in(system, text));
  }

  private static Optional<WritingSystem> system(String text) {
    int[] weights = new int[WritingSystem.values().length];
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(
            letter ->
                WritingSystem.of(letter)
                    .ifPresent(system -> weights[system.ordinal()] += system.weight()));
    if (weights[WritingSystem.KANA.ordinal()] > 0) {
      weights[WritingSystem.KANA.ordinal()] += weights[WritingSystem.HAN.ordinal()];
      weights[WritingSystem.HAN.ordinal()] = 0;
    }
    int most = Arrays.stream(weights).max().orElse(0);
    return most == 0
        ? Optional.empty()
        : Arrays.stream(WritingSystem.values())
            .filter(system -> weights[system.ordinal()] == most)
            .findFirst();
  }

  private static CaptionLetters in(WritingSystem system, String text) {
    StringBuilder own = new StringBuilder();
    int[] letters = new int[1];
    text.codePoints()
        .forEach(
            point -> {
              boolean mark = Character.getType(point) == Character.NON_SPACING_MARK;
              boolean letter = Character.isLetter(point) && belongs(point, system);
              boolean joined = mark || point == '\'' || point == '’';
              if (letter || joined && !blank(own)) {
                own.appendCodePoint(point == '’' ? '\'' : point);
                letters[0] += letter ? 1 : 0;
              } else if (!blank(own)) {
                own.append(' ');
              }
            });
    return new CaptionLetters(system, own.toString().strip().toLowerCase(Locale.ROOT), letters[0]);
  }

  private static boolean blank(StringBuilder text) {
    return text.isEmpty() || text.charAt(text.length() - 1) == ' ';
  }

  private static boolean belongs(int letter, WritingSystem system) {
    Optional<WritingSystem> own = WritingSystem.of(letter);
    return own.filter(it -> it == system || system == WritingSystem.KANA && it == WritingSystem.HAN)
        .isPresent();
  }
}
