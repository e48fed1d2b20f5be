package dev.plumbline.composition;

import dev.plumbline.manifest.Sql;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// [CaptionSummary] in Spark's SQL, for a cluster that cannot call into this process.
///
/// Case is removed by `translate` over exactly those characters that [CaseFolding] turns into
/// characters of the terms. Terms that are one word are looked up among the caption's words in one
/// pass; a term with other characters is searched as text first, and its bounds are looked at only
/// where it is found. What a word is made of is decided by the cluster's Java, which may know an
/// older Unicode version.
final class CaptionExpressions implements CaptionSql {
  private static final String WORD = "[\\p{L}\\p{Nd}\\p{Nl}\\p{No}_]";

  /// Stands between the keys of mentioned terms.
  static final String SEPARATOR = "\u0001";

  private static final String ANYWHERE = "\u0002";

  private final Map<String, Integer> ids = new LinkedHashMap<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> phrases = new ArrayList<>();
  private final List<String> anywhere;
  private final String from;
  private final String to;

  CaptionExpressions(TermMatcher matcher) {
    Pattern word = Pattern.compile(WORD + "+");
    matcher
        .bounded()
        .forEach(
            (term, id) -> {
              (word.matcher(term).matches() ? words : phrases).add(term);
              ids.put(term, id);
            });
    matcher.anywhere().forEach((term, id) -> ids.put(ANYWHERE + term, id));
    anywhere = List.copyOf(matcher.anywhere().keySet());
    Set<Integer> points = new TreeSet<>();
    ids.keySet().forEach(term -> term.codePoints().forEach(points::add));
    Map<Integer, Integer> folded = CaseFolding.onto(points);
    from = text(folded.keySet());
    to = text(folded.values());
  }

  private static String text(Collection<Integer> points) {
    return points.stream().map(Character::toString).collect(Collectors.joining());
  }

  @Override
  public String summary(String caption) {
    return ("CASE WHEN %1$s IS NOT NULL THEN named_struct('words', regexp_count(%1$s,"
            + " '\\P{IsWhite_Space}+'), 'characters', char_length(%1$s), 'script', %3$s,"
            + " 'terms', %2$s) END")
        .formatted(caption, mentioned(caption), ScriptExpression.of(caption));
  }

  private String mentioned(String caption) {
    List<String> found = new ArrayList<>();
    if (!words.isEmpty()) {
      found.add(
          "filter(regexp_extract_all(folded, '%s+', 0), word -> word IN (%s))"
              .formatted(WORD, list(words)));
    }
    if (!phrases.isEmpty()) {
      String patterns =
          phrases.stream()
              .map(
                  phrase ->
                      "named_struct('term', %s, 'pattern', %s)"
                          .formatted(Sql.literal(phrase), Sql.literal(bounded(phrase))))
              .collect(Collectors.joining(", "));
      found.add(
          ("transform(filter(array(%s), phrase -> contains(folded, phrase.term) AND"
                  + " regexp_like(folded, phrase.pattern)), phrase -> phrase.term)")
              .formatted(patterns));
    }
    if (!anywhere.isEmpty()) {
      found.add(
          "transform(filter(array(%s), part -> contains(folded, part)), part -> concat('%s', part))"
              .formatted(list(anywhere), ANYWHERE));
    }
    return found.isEmpty()
        ? "''"
        : "element_at(transform(array(%s), folded -> array_join(array_sort(array_distinct(concat(%s))), '%s')), 1)"
            .formatted(folded(caption), String.join(", ", found), SEPARATOR);
  }

  private String folded(String caption) {
    return from.isEmpty()
        ? caption
        : "translate(%s, %s, %s)".formatted(caption, Sql.literal(from), Sql.literal(to));
  }

  private static String bounded(String phrase) {
    return "(?<!" + WORD + ")" + Pattern.quote(phrase) + "(?!" + WORD + ")";
  }

  private static String list(List<String> terms) {
    return terms.stream().map(Sql::literal).collect(Collectors.joining(", "));
  }

  /// What stands for a mentioned term among the terms of a summary.
  static String key(String term, boolean substring) {
    String folded = new String(CaseFolding.fold(term));
    return substring ? ANYWHERE + folded : folded;
  }

  @Override
  public String words(String summary) {
    return "CAST(" + summary + ".words AS BIGINT)";
  }

  @Override
  public String characters(String summary) {
    return "CAST(" + summary + ".characters AS BIGINT)";
  }

  @Override
  public String script(String summary) {
    return summary + ".script";
  }

  @Override
  public String scriptName(String script) {
    return script;
  }

  @Override
  public String terms(String summary) {
    return summary + ".terms";
  }

  @Override
  public BitSet ids(String terms) {
    BitSet found = new BitSet();
    if (!terms.isEmpty()) {
      for (String term : terms.split(SEPARATOR)) {
        found.set(ids.get(term));
      }
    }
    return found;
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
