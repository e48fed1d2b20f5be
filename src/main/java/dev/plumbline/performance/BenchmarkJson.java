package dev.plumbline.performance;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Results as JSON: one object of CLIP_benchmark (`dataset`, `model`, `pretrained`, `metrics`), or
/// lines of DataComp's `eval_results.jsonl` (`key`, `dataset`, `metrics`).
///
/// A bare `NaN`, which CLIP_benchmark writes for acc5 of fewer than five classes and strict JSON
/// forbids, is a score without a value. DataComp does not name the model: it is the folder of
/// `eval_results.jsonl`, or the file's name without its suffix if it is called otherwise.
/// DataComp's `main_metric` repeats another metric of the same line; it is kept only where the
/// dataset's own main metric is not there.
final class BenchmarkJson {
  private static final String DATACOMP_FILE = "eval_results.jsonl";
  private static final String MAIN = "main_metric";

  private final Path file;
  private final String source;

  BenchmarkJson(Path file) {
    this.file = file;
    source = file.getFileName().toString();
  }

  /// Reads the objects of a file.
  ///
  /// @throws PlumblineException if one is neither of the two kinds
  ScoreTable read(List<JsonElement> values) {
    ScoreCollector scores = new ScoreCollector("benchmark JSON", source);
    int line = 0;
    for (JsonElement value : values) {
      line++;
      if (!value.isJsonObject()
          || !value.getAsJsonObject().has("metrics")
          || !value.getAsJsonObject().get("metrics").isJsonObject()) {
        throw new PlumblineException(
            "%s, object %d has no \"metrics\": it is no result of CLIP_benchmark or DataComp."
                .formatted(file, line));
      }
      JsonObject result = value.getAsJsonObject();
      if (result.has("model")) {
        benchmark(result, line, scores);
      } else {
        datacomp(result, line, scores);
      }
    }
    return scores.table(false);
  }

  private void benchmark(JsonObject result, int line, ScoreCollector scores) {
    String pretrained = text(result, "pretrained", "");
    String model = required(result, "model", line) + (pretrained.isBlank() ? "" : " " + pretrained);
    String dataset = dataset(required(result, "dataset", line), text(result, "language", ""));
    for (Map.Entry<String, JsonElement> metric : result.getAsJsonObject("metrics").entrySet()) {
      add(scores, model, dataset, metric.getKey(), metric.getValue());
    }
  }

  private void datacomp(JsonObject result, int line, ScoreCollector scores) {
    String dataset = required(result, "dataset", line);
    JsonObject metrics = result.getAsJsonObject("metrics");
    String main =
        TaskCatalog.bundled()
            .find(text(result, "key", dataset))
            .or(() -> TaskCatalog.bundled().find(dataset))
            .map(Task::mainMetric)
            .orElse(MAIN);
    for (Map.Entry<String, JsonElement> metric : metrics.entrySet()) {
      boolean repeated = metric.getKey().equals(MAIN) && metrics.has(main) && !main.equals(MAIN);
      if (!repeated) {
        String name = metric.getKey().equals(MAIN) ? main : metric.getKey();
        add(scores, datacompModel(), dataset, name, metric.getValue());
      }
    }
  }

  private String datacompModel() {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (source.equals(DATACOMP_FILE) && folder != null && folder.getFileName() != null) {
      return folder.getFileName().toString();
    }
    int dot = source.lastIndexOf('.');
    return dot > 0 ? source.substring(0, dot) : source;
  }

  private static void add(
      ScoreCollector scores, String model, String dataset, String metric, JsonElement value) {
    if (value.isJsonNull()) {
      scores.add(model, dataset, metric, OptionalDouble.empty());
    } else if (value instanceof JsonPrimitive number) {
      CsvTable.parse(number.getAsString())
          .ifPresent(parsed -> scores.add(model, dataset, metric, parsed));
    }
  }

  private String required(JsonObject result, String key, int line) {
    String text = text(result, key, "");
    if (text.isBlank()) {
      throw new PlumblineException(
          "%s, object %d has no \"%s\": it is no result of CLIP_benchmark or DataComp."
              .formatted(file, line, key));
    }
    return text;
  }

  private static String text(JsonObject result, String key, String otherwise) {
    return result.get(key) instanceof JsonPrimitive text ? text.getAsString() : otherwise;
  }

  /// Name of a dataset in one language; English goes without saying.
  static String dataset(String name, String language) {
    return language.isBlank() || language.equals("en") ? name : name + " (" + language + ")";
  }
}
