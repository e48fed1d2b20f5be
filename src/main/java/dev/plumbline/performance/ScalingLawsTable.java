package dev.plumbline.performance;

import java.util.List;
import java.util.Set;

/// `zeroshot_results.csv` of the open_clip scaling-laws study (Cherti et al. 2023, arXiv
/// 2212.07143): one row a model and dataset. A model is `arch` + space + `name` (the name is
/// `openai` or a checkpoint's file). Rows of aggregates (`vtab`, `vtab+`, `imagenet_robustness`)
/// are left out: Plumbline computes aggregates from their tasks.
final class ScalingLawsTable implements ScoreFormat {
  private static final List<String> KEYS = List.of("arch", "name", "downstream_dataset");
  private static final Set<String> AGGREGATES = Set.of("vtab", "vtab+", "imagenet_robustness");
  private static final List<String> METRICS =
      List.of(
          "acc1",
          "acc5",
          "mean_per_class_recall",
          "image_retrieval_recall@5",
          "text_retrieval_recall@5",
          "mean_average_precision");

  @Override
  public boolean recognises(CsvTable table) {
    return table.has(KEYS);
  }

  @Override
  public ScoreTable read(CsvTable table, String source) {
    ScoreCollector scores = new ScoreCollector("scaling-laws results", source);
    List<String> metrics = METRICS.stream().filter(table.header()::contains).toList();
    long aggregates = 0;
    for (CsvTable.Row row : table.rows()) {
      String dataset = row.required("downstream_dataset");
      if (AGGREGATES.contains(dataset)) {
        aggregates++;
        continue;
      }
      String model = row.required("arch") + " " + row.required("name");
      for (String metric : metrics) {
        scores.add(model, dataset, metric, row.number(metric));
      }
    }
    if (aggregates > 0) {
      scores.note(source + ": " + aggregates + " rows of aggregates were left out.");
    }
    return scores.table(true);
  }
}
