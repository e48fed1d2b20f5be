package dev.plumbline.performance;

import dev.plumbline.core.ModelId;
import java.util.List;

/// One score that sources give differently.
///
/// @param model the model
/// @param dataset the dataset, as the first of the scores names it
/// @param metric the metric
/// @param scores the scores, at least two
/// @param spread largest minus smallest value
public record Discrepancy(
    ModelId model, String dataset, String metric, List<Score> scores, double spread) {
  public Discrepancy {
    scores = List.copyOf(scores);
  }
}
