package dev.plumbline.ui.session;

import dev.plumbline.core.ModelId;
import dev.plumbline.performance.Aggregate;
import dev.plumbline.performance.Aggregates;
import dev.plumbline.performance.Score;
import dev.plumbline.report.Measure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The scores of a study with the aggregates that can be formed of them.
///
/// @param scores scores as read or measured, then aggregates
/// @param measures datasets and metrics: most models first, then `acc1` before other metrics, then
///   as read
public record ScoreBook(List<Score> scores, List<Measure> measures) {
  private static final String USUAL_METRIC = "acc1";

  public ScoreBook {
    scores = List.copyOf(scores);
    measures = List.copyOf(measures);
  }

  /// A book without scores.
  public static ScoreBook empty() {
    return new ScoreBook(List.of(), List.of());
  }

  /// The book of these scores.
  public static ScoreBook of(List<Score> read) {
    List<Score> all = new ArrayList<>(read);
    Aggregates.of(read).stream().map(Aggregate::score).flatMap(Optional::stream).forEach(all::add);
    Map<Measure, Set<ModelId>> models = new HashMap<>();
    for (Score score : all) {
      models.computeIfAbsent(measure(score), _ -> new HashSet<>()).add(score.model());
    }
    Comparator<Measure> byModels = Comparator.comparingInt(measure -> -models.get(measure).size());
    Comparator<Measure> byMetric =
        Comparator.comparingInt(measure -> measure.metric().equals(USUAL_METRIC) ? 0 : 1);
    List<Measure> measures =
        all.stream()
            .map(ScoreBook::measure)
            .distinct()
            .sorted(byModels.thenComparing(byMetric))
            .toList();
    return new ScoreBook(all, measures);
  }

  /// What a score measures.
  public static Measure measure(Score score) {
    return new Measure(score.dataset(), score.metric());
  }
}
