package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.performance.Aggregate;
import dev.plumbline.performance.Discrepancy;
import dev.plumbline.performance.Score;

/// Scores, aggregates and discrepancies as JSON.
final class ScoreJson {
  private ScoreJson() {}

  /// One score.
  static JsonObject of(Score score) {
    JsonObject json = new JsonObject();
    json.addProperty("model", score.model().value());
    json.addProperty("dataset", score.dataset());
    json.addProperty("metric", score.metric());
    json.add("value", JsonValues.number(score.value()));
    json.addProperty("n", score.n());
    json.addProperty("source", score.source());
    return json;
  }

  /// One aggregate, null with a reason where a task is missing.
  static JsonObject of(Aggregate aggregate) {
    JsonObject json = new JsonObject();
    json.addProperty("model", aggregate.model().value());
    json.addProperty("name", aggregate.name());
    json.addProperty("metric", aggregate.metric());
    json.add("value", JsonValues.number(aggregate.value()));
    aggregate.reason().ifPresent(reason -> json.addProperty("reason", reason));
    json.add("tasks", JsonValues.texts(aggregate.tasks()));
    json.add("missing", JsonValues.texts(aggregate.missing()));
    json.add("sources", JsonValues.texts(aggregate.sources()));
    return json;
  }

  /// One contradiction between sources.
  static JsonObject of(Discrepancy discrepancy) {
    JsonObject json = new JsonObject();
    json.addProperty("model", discrepancy.model().value());
    json.addProperty("dataset", discrepancy.dataset());
    json.addProperty("metric", discrepancy.metric());
    json.add("spread", JsonValues.number(discrepancy.spread()));
    json.add("scores", JsonValues.list(discrepancy.scores(), ScoreJson::of));
    return json;
  }
}
