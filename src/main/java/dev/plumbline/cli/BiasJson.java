package dev.plumbline.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.study.BiasRow;
import java.util.List;
import java.util.OptionalDouble;

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
      for (String key : List.of("d", "p", "low", "high")) {
        json.add(key, JsonNull.INSTANCE);
      }
    }
    json.add("q", JsonValues.number(row.q()));
    row.skipped().ifPresent(reason -> json.addProperty("skipped", reason));
    return json;
  }

  /// All rows as a table.
  static String text(List<BiasRow> rows) {
    TextTable table = new TextTable("model", "test", "order", "d", "low", "high", "p", "q");
    for (BiasRow row : rows) {
      var measured = row.measured();
      var interval = measured.flatMap(value -> value.interval());
      table.row(
          row.model().value(),
          row.test().value(),
          row.order().label(),
          TextTable.number(row.d()),
          interval.map(i -> TextTable.number(i.low())).orElse("–"),
          interval.map(i -> TextTable.number(i.high())).orElse("–"),
          TextTable.p(measured.map(m -> OptionalDouble.of(m.p())).orElse(OptionalDouble.empty())),
          TextTable.p(row.q()));
    }
    return table.toString();
  }
}
