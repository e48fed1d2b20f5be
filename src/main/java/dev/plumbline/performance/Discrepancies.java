package dev.plumbline.performance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where do sources contradict each other?
///
/// Scores of one model, dataset and metric are compared across sources, and within one; names that
/// different sources give the same dataset count as one. Values that agree after rounding to four
/// decimals, as tables are published, do not contradict: a discrepancy is a spread above 5e-5 (and
/// 1e-9 for rounding).
public final class Discrepancies {
  private static final double ROUNDED = 5e-5 + 1e-9;

  private Discrepancies() {}

  /// All contradictions, in order of first appearance.
  public static List<Discrepancy> of(List<Score> scores) {
    Map<List<String>, List<Score>> groups = new LinkedHashMap<>();
    for (Score score : scores) {
      String task = TaskCatalog.bundled().canonical(score.dataset());
      groups
          .computeIfAbsent(
              List.of(score.model().value(), task, score.metric()), _ -> new ArrayList<>())
          .add(score);
    }
    List<Discrepancy> discrepancies = new ArrayList<>();
    for (List<Score> group : groups.values()) {
      double low = group.stream().mapToDouble(Score::value).min().orElseThrow();
      double high = group.stream().mapToDouble(Score::value).max().orElseThrow();
      if (high - low > ROUNDED) {
        Score first = group.getFirst();
        discrepancies.add(
            new Discrepancy(first.model(), first.dataset(), first.metric(), group, high - low));
      }
    }
    return discrepancies;
  }
}
