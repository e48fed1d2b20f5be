package dev.plumbline.performance;

import dev.plumbline.core.ModelId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Mean of a model's scores over the tasks of a benchmark.
///
/// @param model the model
/// @param name name of the aggregate: `VTAB+`, `VTAB` or `Average of 38`
/// @param metric metric of its tasks: `acc1`, or `main_metric` where each task has its own
/// @param value mean over all tasks, empty if one is missing
/// @param tasks tasks with a score, as the catalogue names them
/// @param missing tasks without one
/// @param sources where the scores come from
/// @param reason why there is no value, one sentence
public record Aggregate(
    ModelId model,
    String name,
    String metric,
    OptionalDouble value,
    List<String> tasks,
    List<String> missing,
    List<String> sources,
    Optional<String> reason) {
  public Aggregate {
    tasks = List.copyOf(tasks);
    missing = List.copyOf(missing);
    sources = List.copyOf(sources);
  }

  /// The value as a score of the dataset `name`, if there is one.
  public Optional<Score> score() {
    return value.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Score(model, name, metric, value.getAsDouble(), 0, String.join(", ", sources)));
  }
}
