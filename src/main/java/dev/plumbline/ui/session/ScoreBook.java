package dev.plumbline.ui.session;

import dev.plumbline.performance.Aggregate;
import dev.plumbline.performance.Aggregates;
import dev.plumbline.performance.Score;
import dev.plumbline.report.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The scores of a study with the aggregates that can be formed of them.
///
/// @param scores scores as read or measured, then aggregates
/// @param measures datasets and metrics, those of most models first
public record ScoreBook(List<Score> scores, List<Measure> measures) {
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
    List<Measure> measures =
        dev.plumbline.performance.Measure.of(read).stream()
            .map(measure -> new Measure(measure.dataset(), measure.metric()))
            .toList();
    return new ScoreBook(all, measures);
  }

  /// What a score measures.
  public static Measure measure(Score score) {
    return new Measure(score.dataset(), score.metric());
  }
}
