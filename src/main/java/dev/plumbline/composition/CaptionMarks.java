package dev.plumbline.composition;

import dev.plumbline.composition.filter.TextSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a filter wants to know of one caption, as a short text: the numbers and the script of a
/// [CaptionSummary], then one character for each question about it, `1` where the answer is yes.
final class CaptionMarks {
  /// What stands between words.
  static final String SPACE = "\\p{IsWhite_Space}+";

  private static final Pattern BETWEEN = Pattern.compile(SPACE);

  private final CaptionSummary summary =
      new CaptionSummary(new TermMatcher(new Lexicon("none", Map.of(), Map.of(), List.of())));
  private final List<Predicate<String>> questions;

  /// @param questions what is asked, in order
  CaptionMarks(Collection<Predicate<String>> questions) {
    this.questions = List.copyOf(questions);
  }

  /// Asks whether a term of a list is mentioned.
  static Predicate<String> mention(TermList list) {
    TermMatcher matcher =
        new TermMatcher(new Lexicon("mention", Map.of("mention", list), Map.of(), List.of()));
    return caption -> !matcher.find(caption).isEmpty();
  }

  /// Asks whether one of the caption's words is in a set.
  static Predicate<String> word(TextSet words) {
    Set<String> set = new HashSet<>(words.values());
    return caption ->
        BETWEEN.splitAsStream(caption.toLowerCase(Locale.ROOT)).anyMatch(set::contains);
  }

  /// The marks of a caption.
  String of(String caption) {
    StringBuilder marks = new StringBuilder(CaptionSummary.PREFIX + questions.size());
    marks.append(summary.of(caption), 0, CaptionSummary.PREFIX);
    for (Predicate<String> question : questions) {
      marks.append(question.test(caption) ? '1' : '0');
    }
    return marks.toString();
  }

  /// SQL for whether the n-th answer is yes; null without a caption.
  static String markSql(String marks, int n) {
    return "(substring(%s, %d, 1) = '1')".formatted(marks, CaptionSummary.PREFIX + 1 + n);
  }
}
