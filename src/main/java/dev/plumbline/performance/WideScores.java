package dev.plumbline.performance;

import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/// Tables with one row a model and one column a dataset: `openclip_results.csv`,
/// `openclip_classification_results.csv` and `openclip_retrieval_results.csv` of open_clip.
///
/// A model is `name` + space + `pretrained`, as CLIP_benchmark's `model_fullname`. Cells are the
/// main metric of DataComp's task list, which differs between datasets (mean per-class recall for
/// four of them, worst-group accuracies, …): each score is named by the metric it really is.
/// Columns such as `Flickr image retr. R@1` become dataset `Flickr`, metric
/// `image_retrieval_recall@1`. Averages keep their column's name as dataset and `main_metric` as
/// metric.
final class WideScores implements ScoreFormat {
  private static final List<String> KEYS = List.of("name", "pretrained");
  private static final List<String> FACTS = List.of("params (M)", "FLOPs (B)");
  private static final Pattern RETRIEVAL = Pattern.compile("(.+) (image|text) retr\\. (R@\\d+)");
  private static final Pattern JACCARD = Pattern.compile("(WinoGAViL) (.*jaccard score.*)");

  @Override
  public boolean recognises(CsvTable table) {
    return table.has(KEYS) && table.has(FACTS);
  }

  @Override
  public ScoreTable read(CsvTable csv, String source) {
    ScoreCollector scores = new ScoreCollector("open_clip results", source);
    Table table = Table.create(StringColumn.create("model"));
    List<NumericColumn<?>> measured = new ArrayList<>();
    Set<String> seen = new HashSet<>(Set.of("model"));
    for (String column : csv.header()) {
      if (!seen.add(column.toLowerCase(Locale.ROOT))) {
        throw new PlumblineException(
            source + " has two columns named \"" + column + "\" but for case: rename one of them.");
      }
      if (!KEYS.contains(column) && !FACTS.contains(column)) {
        DoubleColumn numbers = DoubleColumn.create(column);
        table.addColumns(numbers);
        measured.add(numbers);
      }
    }
    for (CsvTable.Row row : csv.rows()) {
      table.stringColumn("model").append(row.required("name") + " " + row.required("pretrained"));
      for (NumericColumn<?> column : measured) {
        ((DoubleColumn) column).append(row.number(column.name()).orElse(Double.NaN));
      }
    }
    for (Row cell : table.melt(List.of("model"), measured, false)) {
      add(scores, cell.getString("model"), cell.getString("variable"), cell.getDouble("value"));
    }
    return scores.table(false);
  }

  private static void add(ScoreCollector scores, String model, String column, double value) {
    Matcher retrieval = RETRIEVAL.matcher(column);
    Matcher jaccard = JACCARD.matcher(column);
    String dataset = column;
    String metric = TaskCatalog.bundled().find(column).map(Task::mainMetric).orElse("main_metric");
    if (retrieval.matches()) {
      dataset = retrieval.group(1);
      metric = retrieval.group(2) + "_retrieval_" + retrieval.group(3).replace("R@", "recall@");
    } else if (jaccard.matches()) {
      dataset = jaccard.group(1);
      metric = jaccard.group(2).replace(' ', '_');
    }
    scores.add(model, dataset, metric, finite(value));
  }

  private static OptionalDouble finite(double value) {
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
