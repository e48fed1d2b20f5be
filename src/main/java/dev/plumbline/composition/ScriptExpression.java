package dev.plumbline.composition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// [CaptionScript] in Spark's SQL.
///
/// Captions of ASCII alone, as long in bytes as in characters, are decided by one search for a
/// letter. Of others what is no counted letter is taken out; then the scripts are tried one after
/// another, frequent ones first, by the length of what is left of each.
final class ScriptExpression {
  private ScriptExpression() {}

  /// SQL of the key of a caption's script; null for null.
  static String of(String caption) {
    return ("CASE WHEN octet_length(%1$s) = char_length(%1$s) THEN"
            + " CASE WHEN regexp_like(%1$s, '[A-Za-z]') THEN '%2$s' ELSE '%3$s' END"
            + " ELSE element_at(transform(array(regexp_replace(%1$s,"
            + " '[^\\p{L}]|[\\p{sc=Zyyy}\\p{sc=Zinh}]', '')), letters -> %4$s), 1) END")
        .formatted(caption, CaptionScript.LATIN, CaptionScript.NONE, majority());
  }

  private static String majority() {
    StringBuilder cases = new StringBuilder("CASE WHEN letters = '' THEN '");
    cases.append(CaptionScript.NONE).append('\'');
    for (String code : CaptionScript.LISTED) {
      when(cases, most(List.of(code)), code);
      if (code.equals(CaptionScript.LATIN)) {
        when(cases, kana() + " AND " + most(japanese()), CaptionScript.JAPANESE);
      }
    }
    String others = "2 * char_length(" + without(named()) + ") > char_length(letters)";
    when(cases, others, CaptionScript.OTHER);
    return cases.append(" ELSE '").append(CaptionScript.MIXED).append("' END").toString();
  }

  private static void when(StringBuilder cases, String condition, String key) {
    cases.append(" WHEN ").append(condition).append(" THEN '").append(key).append('\'');
  }

  private static String kana() {
    return "regexp_like(letters, '[" + patterns(CaptionScript.KANA) + "]')";
  }

  private static List<String> japanese() {
    return Stream.concat(CaptionScript.KANA.stream(), Stream.of(CaptionScript.HAN)).toList();
  }

  private static List<String> named() {
    return Stream.concat(CaptionScript.LISTED.stream(), CaptionScript.KANA.stream()).toList();
  }

  private static String most(List<String> codes) {
    return "2 * char_length(" + without(codes) + ") < char_length(letters)";
  }

  private static String without(List<String> codes) {
    return "regexp_replace(letters, '[" + patterns(codes) + "]+', '')";
  }

  private static String patterns(List<String> codes) {
    return codes.stream().map(code -> "\\p{sc=" + code + "}").collect(Collectors.joining());
  }
}
