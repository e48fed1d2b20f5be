package dev.plumbline.performance;

import java.util.List;
import java.util.Set;

/// The table that CLIP_benchmark's `build` makes: one row a model and dataset, one column a metric,
/// in any order; metrics of other tasks are empty. A model is `model` + space + `pretrained`.
final class BenchmarkTable implements ScoreFormat {
  private static final List<String> KEYS = List.of("model", "pretrained", "dataset", "task");
  private static final Set<String> DESCRIPTIONS = Set.of("model_fullname", "language", "split", "");

  @Override
  public boolean recognises(CsvTable table) {
    return table.has(KEYS);
  }

  @Override
  public ScoreTable read(CsvTable table, String source) {
    ScoreCollector scores = new ScoreCollector("CLIP_benchmark table", source);
    List<String> metrics = metrics(table);
    boolean languages = table.has(List.of("language"));
    for (CsvTable.Row row : table.rows()) {
      String model = row.required("model") + " " + row.required("pretrained");
      String dataset =
          BenchmarkJson.dataset(row.required("dataset"), languages ? row.text("language") : "");
      for (String metric : metrics) {
        scores.add(model, dataset, metric, row.number(metric));
      }
    }
    return scores.table(true);
  }

  /// Columns that hold numbers only and describe nothing.
  private static List<String> metrics(CsvTable table) {
    return table.header().stream()
        .filter(column -> !KEYS.contains(column) && !DESCRIPTIONS.contains(column))
        .filter(
            column ->
                table.rows().stream().allMatch(row -> CsvTable.parse(row.text(column)).isPresent()))
        .toList();
  }
}
