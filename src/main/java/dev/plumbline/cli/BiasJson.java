package dev.plumbline.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ReportedResult;
import java.util.List;

/// Association results of models as JSON and as text.
final class BiasJson {
  private BiasJson() {}

  /// One row; what was not run has `skipped`, what is not defined `reason`.
  static JsonObject of(BiasRow row) {
    JsonObject json = new JsonObject();
    json.addProperty("model", row.model().value());
    json.addProperty("test", row.test().value());
    json.addProperty("category", row.category());
    json.addProperty("order", row.order().label());
    row.result().ifPresent(result -> AssociationJson.of(result).asMap().forEach(json::add));
    if (row.result().isEmpty()) {
      json.add("d", JsonValues.number(row.d()));
      json.add("p", JsonValues.number(row.p()));
      json.add("low", JsonNull.INSTANCE);
      json.add("high", JsonNull.INSTANCE);
    }
    row.reported().ifPresent(reported -> addReported(json, row, reported));
    json.add("q", JsonValues.number(row.q()));
    row.skipped().ifPresent(reason -> json.addProperty("skipped", reason));
    return json;
  }

  private static void addReported(JsonObject json, BiasRow row, ReportedResult reported) {
    json.addProperty("source", reported.source());
    reported.permutations().ifPresent(count -> json.addProperty("permutations", count));
    row.counts().ifPresent(n -> json.add("n", AssociationJson.counts(n)));
  }

  /// All rows as a table.
  static String text(List<BiasRow> rows) {
    TextTable table = new TextTable("model", "test", "order", "d", "low", "high", "p", "q");
    for (BiasRow row : rows) {
      var interval = row.interval();
      table.row(
          row.model().value(),
          row.test().value(),
          row.order().label(),
          TextTable.number(row.d()),
          interval.map(i -> TextTable.number(i.low())).orElse("–"),
          interval.map(i -> TextTable.number(i.high())).orElse("–"),
          TextTable.p(row.p()),
          TextTable.p(row.q()));
    }
    return table.toString();
  }
}
