package dev.plumbline.stimulus;

import java.util.Locale;
import java.util.regex.Pattern;

/// The pattern of a sentence: `{}` stands for the word, `{^}` for the word with a capital first
/// letter, `{a}` and `{A}` for the English indefinite article before it.
///
/// The article goes by the first letters: `an` before a, e, i, o, u, but `a` before eu and before a
/// u that sounds like "you" (uk, unic, unif, unio, uniq, unit, univ, use, usu, uti, uto). Words
/// that sound otherwise, such as "hour" or "one", need their article written out.
public final class Template {
  private static final Pattern VOWEL =
      Pattern.compile("(?!eu|uk|uni[cfoqtv]|us[eu]|ut[io])[aeiou]", Pattern.CASE_INSENSITIVE);

  private Template() {}

  /// Whether the pattern says where the word goes.
  public static boolean hasPlace(String template) {
    return template.contains("{}") || template.contains("{^}");
  }

  /// The sentence about one word.
  public static String fill(String template, String word) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    String article = isVowel(word) ? "an" : "a";
    return template
        .replace("{a}", article)
        .replace("{A}", capital(article))
        .replace("{^}", capital(word))
        .replace("{}", word);
  }

  private static boolean isVowel(String word) {
    return VOWEL.matcher(word).lookingAt();
  }

  private static String capital(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end);
  }
}
