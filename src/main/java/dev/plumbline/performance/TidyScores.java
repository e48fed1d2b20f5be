package dev.plumbline.performance;

import java.util.List;
import java.util.OptionalDouble;

/// Plumbline's own layout `model,dataset,metric,value,source[,n]`, columns in any order; without a
/// source the file's name is taken.
final class TidyScores implements ScoreFormat {
  private static final List<String> COLUMNS = List.of("model", "dataset", "metric", "value");

  @Override
  public boolean recognises(CsvTable table) {
    return table.has(COLUMNS);
  }

  @Override
  public ScoreTable read(CsvTable table, String source) {
    ScoreCollector scores = new ScoreCollector("tidy scores", source);
    boolean hasSource = table.has(List.of("source"));
    boolean hasN = table.has(List.of("n"));
    for (CsvTable.Row row : table.rows()) {
      OptionalDouble n = hasN ? row.number("n") : OptionalDouble.empty();
      String from = hasSource && !row.text("source").isBlank() ? row.text("source") : source;
      scores.add(
          row.required("model"),
          row.required("dataset"),
          row.required("metric"),
          row.number("value"),
          (long) n.orElse(0),
          from);
    }
    return scores.table(false);
  }
}
