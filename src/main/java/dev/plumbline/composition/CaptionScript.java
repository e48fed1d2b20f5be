package dev.plumbline.composition;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The script (writing system) that a caption is written in.
///
/// Letters (General_Category L) are counted by their Unicode property Script; letters of no script
/// of their own (Common, Inherited: `ー`, `µ`, the mathematical alphabets) are not. A caption's
/// script is the one of more than half of its counted letters, named by its ISO 15924 code. Half is
/// no majority: `mixed`, as if no script reaches it. Without counted letters: `none`. The scripts
/// told apart are the recommended ones of UAX #31, Table 5; letters of all others count together as
/// `other`.
///
/// Japanese is written in three scripts at once. Where a caption has a letter of Hiragana or
/// Katakana, these two and Han are counted as one, `Jpan` (the augmented script set of UTS #39,
/// §5.1); where it has none, Han is `Hani`: Japanese in Han characters alone cannot be told from
/// Chinese by its script, nor Chinese adorned with a の from Japanese. Han between Hangul counts as
/// `Hani`, since ISO 15924's `Kore` would need another such rule for few captions.
///
/// Sources: Unicode Standard Annexes #24 (Script) and #31, ISO 15924.
final class CaptionScript {
  /// Key of captions without letters.
  static final String NONE = "none";

  /// Key of captions without a majority.
  static final String MIXED = "mixed";

  /// Key of scripts that have no key of their own.
  static final String OTHER = "other";

  /// Key of Han, Hiragana and Katakana together.
  static final String JAPANESE = "Jpan";

  static final String HAN = "Hani";
  static final List<String> KANA = List.of("Hira", "Kana");
  static final String LATIN = "Latn";

  /// ISO 15924 codes of the scripts with a key of their own, frequent ones first.
  static final List<String> LISTED =
      List.of(
          LATIN, HAN, "Cyrl", "Arab", "Hang", "Thai", "Grek", "Hebr", "Deva", "Beng", "Taml",
          "Telu", "Mlym", "Knda", "Gujr", "Guru", "Orya", "Sinh", "Mymr", "Khmr", "Laoo", "Tibt",
          "Geor", "Armn", "Ethi", "Thaa", "Bopo");

  private static final int ASCII_END = 0x80;
  private static final List<String> KEYS = keys();
  private static final int NONE_AT = KEYS.indexOf(NONE);
  private static final int MIXED_AT = KEYS.indexOf(MIXED);
  private static final int OTHER_AT = KEYS.indexOf(OTHER);
  private static final int JAPANESE_AT = KEYS.indexOf(JAPANESE);
  private static final int HAN_AT = KEYS.indexOf(HAN);
  private static final int LATIN_AT = KEYS.indexOf(LATIN);

  private static final Map<UnicodeScript, Integer> NUMBERS =
      LISTED.stream().collect(Collectors.toMap(UnicodeScript::forName, KEYS::indexOf));

  /// For each character of the basic plane the number of the key that it counts for, [#JAPANESE]
  /// for kana, [#NONE] if it does not count.
  private static final byte[] BASIC = basic();

  private CaptionScript() {}

  private static List<String> keys() {
    List<String> keys = new ArrayList<>(List.of(NONE, MIXED, OTHER, JAPANESE));
    keys.addAll(LISTED);
    return List.copyOf(keys);
  }

  private static byte[] basic() {
    byte[] table = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < table.length; c++) {
      table[c] = (byte) letter(c);
    }
    return table;
  }

  private static int letter(int point) {
    if (!Character.isLetter(point)) {
      return NONE_AT;
    }
    UnicodeScript script = UnicodeScript.of(point);
    return switch (script) {
      case COMMON, INHERITED, UNKNOWN -> NONE_AT;
      case HIRAGANA, KATAKANA -> JAPANESE_AT;
      default -> NUMBERS.getOrDefault(script, OTHER_AT);
    };
  }

  /// All keys; the number of a script is its place here.
  static List<String> all() {
    return KEYS;
  }

  /// The number of a caption's script.
  static int of(String caption) {
    int length = caption.length();
    int bits = 0;
    for (int i = 0; i < length; i++) {
      bits |= caption.charAt(i);
    }
    if (bits >= ASCII_END) {
      return counted(caption);
    }
    for (int i = 0; i < length; i++) {
      int small = caption.charAt(i) | 0x20;
      if (small >= 'a' && small <= 'z') {
        return LATIN_AT;
      }
    }
    return NONE_AT;
  }

  private static int counted(String caption) {
    int[] letters = new int[KEYS.size()];
    int all = 0;
    for (int i = 0; i < caption.length(); i++) {
      char c = caption.charAt(i);
      int key = BASIC[c];
      if (Character.isHighSurrogate(c)) {
        int point = caption.codePointAt(i);
        if (Character.isSupplementaryCodePoint(point)) {
          key = letter(point);
          i++;
        }
      }
      if (key != NONE_AT) {
        letters[key]++;
        all++;
      }
    }
    if (letters[JAPANESE_AT] > 0) {
      letters[JAPANESE_AT] += letters[HAN_AT];
      letters[HAN_AT] = 0;
    }
    if (all == 0) {
      return NONE_AT;
    }
    for (int key = 0; key < letters.length; key++) {
      if (2 * letters[key] > all) {
        return key;
      }
    }
    return MIXED_AT;
  }
}
