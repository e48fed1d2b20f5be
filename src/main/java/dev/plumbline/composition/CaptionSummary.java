package dev.plumbline.composition;

import java.util.BitSet;

/// All that a profile wants to know of one caption, as a short text that the engine can group by.
///
/// Four characters hold the number of words (runs of characters that are no white space) and the
/// number of characters (Unicode code points), two base-32768 digits each, and a fifth the number
/// of its [CaptionScript]; then comes one character for each mentioned term, in the order of their
/// ids. Digits and ids are shifted by one and, beyond the surrogates, moved past them, so that the
/// text is valid.
final class CaptionSummary {
  private static final int BASE = 1 << 15;

  /// So many characters come before the terms.
  static final int PREFIX = 5;

  /// More terms than that cannot be told apart.
  static final int MOST_TERMS = 50_000;

  private final TermMatcher matcher;

  CaptionSummary(TermMatcher matcher) {
    this.matcher = matcher;
  }

  /// The summary of a caption.
  String of(String caption) {
    BitSet found = matcher.find(caption);
    int words = words(caption);
    int characters = caption.codePointCount(0, caption.length());
    StringBuilder out = new StringBuilder(PREFIX + found.cardinality());
    out.append((char) (words / BASE + 1)).append((char) (words % BASE + 1));
    out.append((char) (characters / BASE + 1)).append((char) (characters % BASE + 1));
    out.append((char) (CaptionScript.of(caption) + 1));
    for (int id = found.nextSetBit(0); id >= 0; id = found.nextSetBit(id + 1)) {
      out.append((char) (id + 1 < Character.MIN_SURROGATE ? id + 1 : id + 1 + 2048));
    }
    return out.toString();
  }

  /// SQL for the number of words in a summary.
  static String wordsSql(String summary) {
    return number(summary, 1);
  }

  /// SQL for the number of characters in a summary.
  static String charactersSql(String summary) {
    return number(summary, 3);
  }

  /// SQL for what stands for the script in a summary.
  static String scriptSql(String summary) {
    return "substring(" + summary + ", 5, 1)";
  }

  /// SQL for the key of the script that [#scriptSql(String)] gave.
  static String scriptNameSql(String script) {
    return "split_part('%s', ' ', unicode(%s))"
        .formatted(String.join(" ", CaptionScript.all()), script);
  }

  /// SQL for the mentioned terms in a summary.
  static String termsSql(String summary) {
    return "substring(" + summary + ", " + (PREFIX + 1) + ")";
  }

  /// The ids in the text made by [#termsSql(String)].
  static BitSet ids(String terms) {
    BitSet ids = new BitSet();
    for (int i = 0; i < terms.length(); i++) {
      int c = terms.charAt(i);
      ids.set(c < Character.MIN_SURROGATE ? c - 1 : c - 1 - 2048);
    }
    return ids;
  }

  private static String number(String summary, int at) {
    return "(unicode(substring(%1$s, %2$d, 1)) - 1) * %4$d + unicode(substring(%1$s, %3$d, 1)) - 1"
        .formatted(summary, at, at + 1, BASE);
  }

  private static int words(String caption) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < caption.length(); i++) {
      boolean space = white(caption.charAt(i));
      if (!space && !inside) {
        words++;
      }
      inside = !space;
    }
    return words;
  }

  /// The characters with Unicode's property White_Space.
  private static boolean white(char c) {
    return c == ' '
        || c >= '\t' && c <= '\r'
        || c >= 0x85
            && (c == 0x85
                || c == 0xa0
                || c == 0x1680
                || c >= 0x2000 && c <= 0x200a
                || c == 0x2028
                || c == 0x2029
                || c == 0x202f
                || c == 0x205f
                || c == 0x3000);
  }
}
