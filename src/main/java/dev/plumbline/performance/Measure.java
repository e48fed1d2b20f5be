package dev.plumbline.performance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One thing that models can be compared by: a dataset or aggregate with one of its metrics.
///
/// @param dataset dataset or aggregate
/// @param metric its metric
/// @param models models that have a score for it
public record Measure(String dataset, String metric, long models) {

  /// All measures of the scores and of their complete aggregates; those of most models first, then
  /// in order of first appearance, aggregates last.
  public static List<Measure> of(List<Score> scores) {
    List<Score> all = new ArrayList<>(scores);
    Aggregates.of(scores).stream()
        .map(Aggregate::score)
        .flatMap(Optional::stream)
        .forEach(all::add);
    Map<List<String>, List<Score>> groups = new LinkedHashMap<>();
    for (Score score : all) {
      groups
          .computeIfAbsent(List.of(score.dataset(), score.metric()), _ -> new ArrayList<>())
          .add(score);
    }
    return groups.entrySet().stream()
        .map(
            group ->
                new Measure(
                    group.getKey().getFirst(),
                    group.getKey().getLast(),
                    group.getValue().stream().map(Score::model).distinct().count()))
        .sorted(Comparator.comparingLong(Measure::models).reversed())
        .toList();
  }
}
