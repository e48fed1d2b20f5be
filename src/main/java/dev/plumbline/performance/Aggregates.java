package dev.plumbline.performance;

import dev.plumbline.core.ModelId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// How good is a model over a whole benchmark?
///
/// VTAB+: mean acc1 of 35 tasks (its published list of 36 without the multi-label VOC task); VTAB:
/// mean acc1 of 19; Average of 38: mean of each DataComp task's own main metric. Plain means, all
/// tasks weigh the same. A mean over fewer tasks is another quantity and not comparable between
/// models, so with a missing task the aggregate has no value; what is missing is listed. Tasks are
/// matched across the names that sources give them; where several scores exist for one task, the
/// first in the list counts (`Discrepancies` shows where they differ). Models without any task of
/// an aggregate are left out of it.
///
/// Sources: Zhai et al. 2019 (VTAB), arXiv 1910.04867; Schuhmann et al. 2022 (VTAB+), arXiv
/// 2210.08402; Gadre et al. 2023 (DataComp), arXiv 2304.14108.
public final class Aggregates {
  private static final String ACCURACY = "acc1";

  /// One benchmark: name shown, group in the catalogue, metric.
  private record Benchmark(String name, String group, String metric) {
    String metricOf(Task task) {
      return metric.equals(ACCURACY) ? ACCURACY : task.mainMetric();
    }
  }

  private static final List<Benchmark> BENCHMARKS =
      List.of(
          new Benchmark("VTAB+", "vtab+", ACCURACY),
          new Benchmark("VTAB", "vtab", ACCURACY),
          new Benchmark("Average of 38", "average38", "main_metric"));

  private Aggregates() {}

  /// All aggregates, by benchmark, then by model in order of first appearance.
  public static List<Aggregate> of(List<Score> scores) {
    Map<ModelId, Map<String, Score>> byModel = new LinkedHashMap<>();
    for (Score score : scores) {
      byModel
          .computeIfAbsent(score.model(), _ -> new LinkedHashMap<>())
          .putIfAbsent(
              key(TaskCatalog.bundled().canonical(score.dataset()), score.metric()), score);
    }
    List<Aggregate> aggregates = new ArrayList<>();
    for (Benchmark benchmark : BENCHMARKS) {
      for (Map.Entry<ModelId, Map<String, Score>> model : byModel.entrySet()) {
        aggregate(benchmark, model.getKey(), model.getValue()).ifPresent(aggregates::add);
      }
    }
    return aggregates;
  }

  private static Optional<Aggregate> aggregate(
      Benchmark benchmark, ModelId model, Map<String, Score> scores) {
    List<String> used = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    Set<String> sources = new LinkedHashSet<>();
    double sum = 0;
    for (Task task : TaskCatalog.bundled().group(benchmark.group())) {
      Score score = scores.get(key(task.id(), benchmark.metricOf(task)));
      if (score == null) {
        missing.add(task.id());
      } else {
        used.add(task.id());
        sources.add(score.source());
        sum += score.value();
      }
    }
    if (used.isEmpty()) {
      return Optional.empty();
    }
    boolean complete = missing.isEmpty();
    return Optional.of(
        new Aggregate(
            model,
            benchmark.name(),
            benchmark.metric(),
            complete ? OptionalDouble.of(sum / used.size()) : OptionalDouble.empty(),
            used,
            missing,
            List.copyOf(sources),
            complete
                ? Optional.empty()
                : Optional.of(
                    "%s needs %d tasks and %d of them have no score."
                        .formatted(
                            benchmark.name(), used.size() + missing.size(), missing.size()))));
  }

  private static String key(String task, String metric) {
    return task + "\t" + metric;
  }
}
