package dev.plumbline.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sentences that computations and readers say in English, in the language of the reader.
///
/// Results and errors carry their reasons as English sentences: so they are written to studies,
/// JSON and the command line. `assets/i18n/sentences.properties` holds these sentences with gaps
/// `{0}`, `{1}`, … for what they mention, `sentences_<language>.properties` the same in another
/// language. Both stand as they are read, without quoting. A sentence is recognised by the English
/// text around its gaps, the longest text first; what stands in a gap may be a sentence itself. One
/// that nothing fits stays as it is.
final class Sentences {
  private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

  private final List<Sentence> known;

  /// @param english sentences with gaps, by key
  /// @param theirs the same in another language
  Sentences(Properties english, Properties theirs) {
    known =
        english.stringPropertyNames().stream()
            .filter(theirs::containsKey)
            .map(key -> Sentence.of(english.getProperty(key), theirs.getProperty(key)))
            .sorted(
                Comparator.comparingInt(Sentence::letters)
                    .reversed()
                    .thenComparing(Sentence::theirs))
            .toList();
  }

  /// A sentence in the reader's language; one that is not known as it is.
  String in(String english) {
    return english.isBlank()
        ? english
        : known.stream()
            .map(sentence -> sentence.in(english, this))
            .flatMap(Optional::stream)
            .findFirst()
            .orElse(english);
  }

  /// @param english what recognises it, one group a gap
  /// @param gaps number of the gap of each group
  /// @param letters length of the text around the gaps
  /// @param theirs the sentence in the other language
  private record Sentence(Pattern english, List<Integer> gaps, int letters, String theirs) {
    static Sentence of(String english, String theirs) {
      Matcher gap = GAP.matcher(english);
      StringBuilder pattern = new StringBuilder();
      int from = 0;
      int letters = english.length();
      while (gap.find()) {
        pattern.append(Pattern.quote(english.substring(from, gap.start()))).append("(.+?)");
        from = gap.end();
        letters -= gap.group().length();
      }
      pattern.append(Pattern.quote(english.substring(from)));
      return new Sentence(
          Pattern.compile(pattern.toString(), Pattern.DOTALL),
          GAP.matcher(english)
              .results()
              .map((MatchResult each) -> Integer.valueOf(each.group(1)))
              .toList(),
          letters,
          theirs);
    }

    Optional<String> in(String sentence, Sentences all) {
      Matcher found = english.matcher(sentence);
      if (!found.matches()) {
        return Optional.empty();
      }
      return Optional.of(
          GAP.matcher(theirs)
              .replaceAll(
                  gap ->
                      Matcher.quoteReplacement(
                          all.in(found.group(gaps.indexOf(Integer.valueOf(gap.group(1))) + 1)))));
    }
  }
}
