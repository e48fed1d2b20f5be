package dev.plumbline.composition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a filter wants to know of one caption, as a short text: the numbers and the script of a
/// [CaptionSummary], then one character for each mention that is asked for, `1` where the caption
/// has it.
final class CaptionMarks {
  private final CaptionSummary summary =
      new CaptionSummary(new TermMatcher(new Lexicon("none", Map.of(), Map.of(), List.of())));
  private final List<TermMatcher> matchers = new ArrayList<>();

  /// @param mentions the term lists that are asked for, in order
  CaptionMarks(List<TermList> mentions) {
    for (TermList list : mentions) {
      Map<String, TermList> only = new LinkedHashMap<>();
      only.put("mention", list);
      matchers.add(new TermMatcher(new Lexicon("mention", only, Map.of(), List.of())));
    }
  }

  /// The marks of a caption.
  String of(String caption) {
    StringBuilder marks = new StringBuilder(CaptionSummary.PREFIX + matchers.size());
    marks.append(summary.of(caption), 0, CaptionSummary.PREFIX);
    for (TermMatcher matcher : matchers) {
      marks.append(matcher.find(caption).isEmpty() ? '0' : '1');
    }
    return marks.toString();
  }

  /// SQL for whether the n-th mention is there; null without a caption.
  static String mentionSql(String marks, int n) {
    return "(substring(%s, %d, 1) = '1')".formatted(marks, CaptionSummary.PREFIX + 1 + n);
  }
}
