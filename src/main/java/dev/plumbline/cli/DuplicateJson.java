package dev.plumbline.cli;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.DuplicateDifference;
import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.Duplicates;
import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Rows that repeat others as JSON and as text.
final class DuplicateJson {
  private static final String SAMPLED =
      "A sample of rows has fewer repeats than its manifest: profile all of it.";

  private DuplicateJson() {}

  /// One object a column: `url`, `caption`, `hash`, `uid`, those that the manifest has.
  static JsonObject of(CompositionResult composition) {
    JsonObject json = new JsonObject();
    composition.duplicates().forEach(each -> json.add(each.key().key(), of(each)));
    return json;
  }

  /// The same of a sample: a share that is null, with the reason.
  static JsonObject ofSample(CompositionResult composition) {
    JsonObject json = new JsonObject();
    for (DuplicateKey key : keys(composition)) {
      JsonObject none = new JsonObject();
      none.add("share", JsonNull.INSTANCE);
      none.addProperty("reason", SAMPLED);
      json.add(key.key(), none);
    }
    return json;
  }

  private static List<DuplicateKey> keys(CompositionResult composition) {
    return List.of(DuplicateKey.values()).stream()
        .filter(key -> composition.columns().containsKey(key.role()))
        .toList();
  }

  private static JsonObject of(Duplicates duplicates) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", duplicates.rows());
    json.addProperty("missing", duplicates.missing());
    add(json, "distinct", duplicates.distinct(), duplicates.distinctInterval());
    add(json, "repeats", duplicates.repeats(), duplicates.repeatsInterval());
    json.add("share", JsonValues.number(duplicates.share()));
    JsonValues.addBounds(json, duplicates.shareInterval());
    json.addProperty("level", 0.95);
    json.addProperty("method", duplicates.method());
    json.addProperty("rate", duplicates.rate());
    json.addProperty("keptTexts", duplicates.kept());
    json.addProperty("keptRows", duplicates.keptRows());
    json.addProperty("most", duplicates.most());
    json.add("copies", JsonValues.list(duplicates.copies(), DuplicateJson::copies));
    duplicates.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  private static void add(JsonObject json, String name, double value, Optional<Interval> interval) {
    json.addProperty(name, Math.round(value));
    if (interval.isPresent()) {
      json.addProperty(name + "Low", Math.round(interval.get().low()));
      json.addProperty(name + "High", Math.round(interval.get().high()));
    }
  }

  /// Differences of two manifests, one object a column that both have.
  static JsonObject of(CompositionComparison comparison) {
    JsonObject json = new JsonObject();
    comparison.duplicates().forEach(each -> json.add(each.key().key(), of(each)));
    return json;
  }

  private static JsonObject of(DuplicateDifference each) {
    JsonObject json = new JsonObject();
    json.add("reference", JsonValues.number(each.reference().share()));
    json.add("other", JsonValues.number(each.other().share()));
    json.add("difference", JsonValues.number(each.difference()));
    JsonValues.addBounds(json, each.interval());
    json.addProperty("method", each.method());
    each.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  /// A table with one line a column that both have; nothing if there is none.
  static String text(CompositionComparison comparison) {
    if (comparison.duplicates().isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable("same", "share", "in reference", "difference", "low", "high", "counted")
            .wordy();
    for (DuplicateDifference each : comparison.duplicates()) {
      table.row(
          each.key().key(),
          share(each.other()),
          share(each.reference()),
          each.difference().isPresent() ? points(each.difference().getAsDouble()) : "–",
          each.interval().map(it -> points(it.low())).orElse("–"),
          each.interval().map(it -> points(it.high())).orElse("–"),
          each.method());
    }
    return table + "\n";
  }

  private static String points(double share) {
    return String.format(Locale.ROOT, "%+.2f", 100 * share);
  }

  private static JsonObject copies(Duplicates.Copies copies) {
    JsonObject json = new JsonObject();
    json.addProperty("from", copies.from());
    if (copies.to() < Long.MAX_VALUE) {
      json.addProperty("to", copies.to());
    }
    json.addProperty("texts", copies.texts());
    json.addProperty("rows", copies.rows());
    return json;
  }

  /// A table with one line a column; nothing if no column tells.
  static String text(CompositionResult composition) {
    if (composition.duplicates().isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable("same", "rows", "missing", "distinct", "repeats", "share", "most", "counted")
            .wordy();
    for (Duplicates each : composition.duplicates()) {
      table.row(
          each.key().key(),
          count(each.rows()),
          count(each.missing()),
          count(Math.round(each.distinct())),
          count(Math.round(each.repeats())),
          share(each),
          count(each.most()),
          each.method());
    }
    return table + "\n";
  }

  /// The line of a sample.
  static String sampled() {
    return "duplicates: " + SAMPLED + "\n\n";
  }

  private static String share(Duplicates each) {
    if (each.share().isEmpty()) {
      return "–";
    }
    return percent(each.share().getAsDouble())
        + each.shareInterval()
            .map(it -> " [%s, %s]".formatted(percent(it.low()), percent(it.high())))
            .orElse("");
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }

  private static String count(long rows) {
    return String.format(Locale.ROOT, "%,d", rows);
  }
}
