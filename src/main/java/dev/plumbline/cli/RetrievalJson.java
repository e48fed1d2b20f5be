package dev.plumbline.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.association.QueryMean;
import dev.plumbline.association.QuerySkew;
import dev.plumbline.association.RetrievalResult;
import dev.plumbline.core.Interval;
import dev.plumbline.study.RetrievalRow;
import java.util.List;
import java.util.Optional;

/// Skew of retrieval as JSON and as text.
final class RetrievalJson {
  private RetrievalJson() {}

  /// One row; what was not measured has `skipped`.
  static JsonObject of(RetrievalRow row) {
    JsonObject json = new JsonObject();
    json.addProperty("model", row.model().value());
    json.addProperty("folder", row.source());
    json.addProperty("attribute", row.attribute());
    row.result().ifPresent(result -> add(json, result));
    row.skipped().ifPresent(reason -> json.addProperty("skipped", reason));
    return json;
  }

  private static void add(JsonObject json, RetrievalResult result) {
    json.addProperty("k", result.k());
    json.addProperty("desired", result.settings().desired().label());
    json.addProperty("images", result.n());
    JsonObject values = new JsonObject();
    for (int v = 0; v < result.values().size(); v++) {
      JsonObject value = new JsonObject();
      value.addProperty("images", result.images().get(v));
      value.addProperty("desired", result.desired().get(v));
      value.addProperty("shown", result.meanShare(v));
      values.add(result.values().get(v), value);
    }
    json.add("values", values);
    json.add("maxSkew", mean(result.maxSkew()));
    json.add("ndkl", mean(result.ndkl()));
    json.add("ndklTop", mean(result.ndklTop()));
    json.addProperty("permutations", result.settings().permutations());
    json.add("queries", JsonValues.list(result.queries(), query -> query(result, query)));
    json.add("notes", JsonValues.texts(result.notes()));
  }

  private static JsonObject mean(QueryMean mean) {
    JsonObject json = new JsonObject();
    json.addProperty("mean", mean.mean());
    JsonValues.addBounds(json, mean.interval());
    json.add("ciMethod", JsonValues.text(mean.interval().map(Interval::method)));
    json.addProperty("chance", mean.chance());
    json.addProperty("p", mean.p());
    return json;
  }

  private static JsonObject query(RetrievalResult result, QuerySkew query) {
    JsonObject json = new JsonObject();
    json.addProperty("query", query.query());
    json.addProperty("maxSkew", query.maxSkew());
    json.addProperty("most", result.values().get(result.most(query)));
    json.addProperty("ndkl", query.ndkl());
    json.addProperty("ndklTop", query.ndklTop());
    JsonObject top = new JsonObject();
    JsonObject skew = new JsonObject();
    boolean absent = false;
    for (int v = 0; v < result.values().size(); v++) {
      String value = result.values().get(v);
      top.addProperty(value, query.top().get(v));
      skew.add(value, JsonValues.number(result.skew(query, v)));
      absent |= skew.get(value) == JsonNull.INSTANCE;
    }
    json.add("top", top);
    json.add("skew", skew);
    if (absent) {
      json.addProperty("reason", "Skew is not defined for a value absent from the first k (ln 0).");
    }
    return json;
  }

  /// All rows as a table, notes below it.
  static String text(List<RetrievalRow> rows) {
    TextTable table =
        new TextTable(
            "model",
            "attribute",
            "k",
            "MaxSkew@k",
            "low",
            "high",
            "chance",
            "p",
            "NDKL",
            "chance",
            "p");
    StringBuilder notes = new StringBuilder();
    for (RetrievalRow row : rows) {
      Optional<RetrievalResult> result = row.result();
      if (result.isEmpty()) {
        notes.append(row.model()).append(", ").append(row.attribute()).append(": ");
        notes.append(row.skipped().orElse("")).append('\n');
        continue;
      }
      QueryMean skew = result.get().maxSkew();
      QueryMean ndkl = result.get().ndkl();
      table.row(
          row.model().value(),
          row.attribute(),
          Integer.toString(result.get().k()),
          TextTable.number(skew.mean()),
          skew.interval().map(it -> TextTable.number(it.low())).orElse("–"),
          skew.interval().map(it -> TextTable.number(it.high())).orElse("–"),
          TextTable.number(skew.chance()),
          TextTable.number(skew.p()),
          TextTable.number(ndkl.mean()),
          TextTable.number(ndkl.chance()),
          TextTable.number(ndkl.p()));
    }
    rows.stream()
        .flatMap(row -> row.result().stream())
        .flatMap(result -> result.notes().stream())
        .distinct()
        .forEach(note -> notes.append(note).append('\n'));
    return table + notes.toString();
  }
}
