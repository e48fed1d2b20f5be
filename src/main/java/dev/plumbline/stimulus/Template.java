package dev.plumbline.stimulus;

import java.util.Locale;

/// The pattern of a sentence: `{}` stands for the word, `{^}` for the word with a capital first
/// letter, `{a}` and `{A}` for the English indefinite article before it.
///
/// The article is chosen by the word's first letter (`an` before a, e, i, o, u), which is right for
/// the words of the bundled batteries; words such as "hour" or "unicorn" need their article written
/// out.
public final class Template {
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
    return !word.isEmpty() && "aeiou".indexOf(Character.toLowerCase(word.charAt(0))) >= 0;
  }

  private static String capital(String word) {
    if (word.isEmpty()) {
      return word;
    }
    int end = word.offsetByCodePoints(0, 1);
    return word.substring(0, end).toUpperCase(Locale.ROOT) + word.substring(end);
  }
}
