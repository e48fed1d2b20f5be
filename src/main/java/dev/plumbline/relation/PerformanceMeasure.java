package dev.plumbline.relation;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.performance.Aggregate;
import dev.plumbline.performance.Aggregates;
import dev.plumbline.performance.Score;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One value of one performance measure for each model.
///
/// @param name dataset or aggregate
/// @param metric its metric
/// @param values model to value, in the scores' order
/// @param notes remarks a reader needs
record PerformanceMeasure(
    String name, String metric, Map<ModelId, Double> values, List<String> notes) {
  private static final int LISTED = 12;

  /// Finds a measure among scores: the dataset of that name, else the aggregate. Where a model has
  /// several scores the first counts.
  ///
  /// @throws PlumblineException if there is none, it has several metrics, or not the wanted one
  static PerformanceMeasure find(List<Score> scores, String name, Optional<String> metric) {
    List<Score> named = scores.stream().filter(score -> score.dataset().equals(name)).toList();
    if (named.isEmpty()) {
      named = aggregate(scores, name);
    }
    String chosen = metric(named, name, metric);
    Map<ModelId, Double> values = new LinkedHashMap<>();
    int contradicted = 0;
    for (Score score : named) {
      if (score.metric().equals(chosen)) {
        Double first = values.putIfAbsent(score.model(), score.value());
        contradicted += first != null && first != score.value() ? 1 : 0;
      }
    }
    List<String> notes = new ArrayList<>();
    if (contradicted > 0) {
      notes.add(
          "%d further values of %s %s differ from the first one read, which was used."
              .formatted(contradicted, name, chosen));
    }
    return new PerformanceMeasure(name, chosen, values, notes);
  }

  private static List<Score> aggregate(List<Score> scores, String name) {
    List<Aggregate> aggregates =
        Aggregates.of(scores).stream().filter(one -> one.name().equals(name)).toList();
    List<Score> values =
        aggregates.stream().map(Aggregate::score).flatMap(Optional::stream).toList();
    if (values.isEmpty() && !aggregates.isEmpty()) {
      throw new PlumblineException(
          "No model has all tasks of %s: %s".formatted(name, aggregates.getFirst().reason().get()));
    }
    if (values.isEmpty()) {
      throw new PlumblineException(
          "The scores have no dataset or aggregate \"%s\"; they have %s."
              .formatted(name, listed(scores.stream().map(Score::dataset).distinct().toList())));
    }
    return values;
  }

  private static String metric(List<Score> named, String name, Optional<String> wanted) {
    List<String> metrics = named.stream().map(Score::metric).distinct().toList();
    if (wanted.isEmpty() && metrics.size() > 1) {
      throw new PlumblineException(
          "%s has several metrics (%s): choose one with --metric."
              .formatted(name, listed(metrics)));
    }
    if (wanted.isPresent() && !metrics.contains(wanted.get())) {
      throw new PlumblineException(
          "%s has no metric \"%s\"; it has %s.".formatted(name, wanted.get(), listed(metrics)));
    }
    return wanted.orElse(metrics.getFirst());
  }

  /// The first names of a list, in quotation marks.
  static String listed(List<String> names) {
    String shown =
        names.stream()
            .limit(LISTED)
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    return names.size() > LISTED ? shown + " and " + (names.size() - LISTED) + " more" : shown;
  }
}
