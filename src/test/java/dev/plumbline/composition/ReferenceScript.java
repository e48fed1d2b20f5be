package dev.plumbline.composition;

import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The rule of [CaptionScript], written down a second time with one pattern a letter.
final class ReferenceScript {
  private static final Pattern COUNTED =
      Pattern.compile("(?=\\p{L})[^\\p{IsCommon}\\p{IsInherited}]");
  private static final Pattern KANA = Pattern.compile("[\\p{IsHiragana}\\p{IsKatakana}]");

  private ReferenceScript() {}

  static String of(String caption) {
    List<String> letters =
        caption
            .codePoints()
            .mapToObj(Character::toString)
            .filter(letter -> COUNTED.matcher(letter).matches())
            .toList();
    if (letters.isEmpty()) {
      return "none";
    }
    boolean kana = letters.stream().anyMatch(letter -> KANA.matcher(letter).matches());
    TreeMap<String, Integer> counts = new TreeMap<>();
    letters.forEach(letter -> counts.merge(key(letter, kana), 1, Integer::sum));
    return counts.entrySet().stream()
        .filter(each -> each.getValue() > letters.size() / 2.0)
        .map(TreeMap.Entry::getKey)
        .findFirst()
        .orElse("mixed");
  }

  private static String key(String letter, boolean kana) {
    if (kana && letter.matches("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]")) {
      return "Jpan";
    }
    return CaptionScript.LISTED.stream()
        .filter(code -> letter.matches("\\p{sc=" + code + "}"))
        .findFirst()
        .orElse("other");
  }
}
