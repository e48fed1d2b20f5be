package dev.plumbline.embedding;

import java.util.Locale;

/// What is done to texts before they are tokenised. CLIP's reference resolves HTML character
/// references twice, turns every run of white space into one space, strips, lower-cases by
/// Unicode's full mapping (with the final sigma).
///
/// The repair of wrongly decoded text that some reference implementations run before (`ftfy`) is
/// left out, as in the tokenizers that ship with the models.
final class TextCleaning {
  /// Changes with the rules, so that cached embeddings of older rules are not used.
  static final String VERSION = "clip-1";

  private TextCleaning() {}

  /// The cleaned text.
  static String clean(String text) {
    String plain = HtmlEntities.unescape(HtmlEntities.unescape(text));
    return collapse(plain).toLowerCase(Locale.ROOT);
  }

  /// SigLIP's cleaning by Hugging Face: lower case, no ASCII punctuation, single spaces.
  static String canonical(String text) {
    return collapse(withoutPunctuation(lower(text)));
  }

  /// SigLIP's cleaning by open_clip: HTML character references resolved, underscores become spaces,
  /// then as [#canonical(String)].
  static String openClipCanonical(String text) {
    String plain = HtmlEntities.unescape(HtmlEntities.unescape(text));
    return canonical(plain.replace('_', ' '));
  }

  /// Lower case by Unicode's full mapping.
  static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String withoutPunctuation(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean punctuation =
          c > ' '
              && c < 0x7f
              && !(c >= '0' && c <= '9')
              && !(c >= 'a' && c <= 'z')
              && !(c >= 'A' && c <= 'Z');
      if (!punctuation) {
        kept.append(c);
      }
    }
    return kept.toString();
  }

  private static String collapse(String text) {
    StringBuilder collapsed = new StringBuilder(text.length());
    boolean pending = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isSpace(c)) {
        pending = !collapsed.isEmpty();
      } else {
        if (pending) {
          collapsed.append(' ');
          pending = false;
        }
        collapsed.append(c);
      }
    }
    return collapsed.toString();
  }

  /// White space as Python's `str.isspace` has it.
  private static boolean isSpace(char c) {
    return c >= '\t' && c <= '\r'
        || c >= '\u001c' && c <= ' '
        || c == '\u0085'
        || c == '\u00a0'
        || c == '\u1680'
        || c >= '\u2000' && c <= '\u200a'
        || c == '\u2028'
        || c == '\u2029'
        || c == '\u202f'
        || c == '\u205f'
        || c == '\u3000';
  }
}
