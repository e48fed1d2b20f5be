package dev.plumbline.ui.overview;

import dev.plumbline.core.ModelId;
import dev.plumbline.performance.Score;
import dev.plumbline.report.Measure;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Performance measures that can stand on the scatter's axis.
final class Measures {
  private static final String USUAL_METRIC = "acc1";

  private Measures() {}

  /// Datasets and metrics with scores of at least one model: most models first, then `acc1` before
  /// other metrics, then as read.
  static List<Measure> of(List<Score> scores) {
    Map<Measure, Set<ModelId>> models = new HashMap<>();
    for (Score score : scores) {
      models
          .computeIfAbsent(new Measure(score.dataset(), score.metric()), _ -> new HashSet<>())
          .add(score.model());
    }
    Comparator<Measure> byModels = Comparator.comparingInt(measure -> -models.get(measure).size());
    Comparator<Measure> byMetric =
        Comparator.comparingInt(measure -> measure.metric().equals(USUAL_METRIC) ? 0 : 1);
    return scores.stream()
        .map(score -> new Measure(score.dataset(), score.metric()))
        .distinct()
        .sorted(byModels.thenComparing(byMetric))
        .toList();
  }
}
