package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.Facet;
import dev.plumbline.composition.SampleBasis;
import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// An estimated composition as JSON and as text: as [CompositionJson], with intervals and what it
/// rests on.
final class EstimateJson {
  private static final List<String> ERRORS = List.of("low", "high", "z");
  private static final String WITHOUT =
      "moments, words and coOccurrence: their intervals hold for rows drawn one by one,"
          + " which these were not; profile all rows for them.";

  private EstimateJson() {}

  /// The keys of `profile`; bins have `low` and `high`, `mentionShares` holds shares of used rows,
  /// and `estimate` says how rows were chosen.
  static JsonObject of(CompositionEstimate estimate) {
    JsonObject json = CompositionJson.of(estimate.result());
    json.add("estimate", basis(estimate.basis()));
    json.add("duplicates", DuplicateJson.ofSample(estimate.result()));
    JsonObject facets = json.getAsJsonObject("facets");
    for (Facet counted : estimate.result().facets()) {
      String facet = counted.name();
      for (JsonElement each : facets.getAsJsonObject(facet).getAsJsonArray("bins")) {
        JsonObject bin = each.getAsJsonObject();
        JsonValues.addBounds(bin, estimate.ofValues(facet, bin.get("key").getAsString()));
      }
    }
    JsonObject shares = new JsonObject();
    for (Map.Entry<String, Long> list : estimate.result().mentions().entrySet()) {
      JsonObject share = new JsonObject();
      share.add("share", JsonValues.number((double) list.getValue() / estimate.result().used()));
      JsonValues.addBounds(share, Optional.ofNullable(estimate.mentions().get(list.getKey())));
      shares.add(list.getKey(), share);
    }
    json.add("mentionShares", shares);
    if (!estimate.basis().whole()) {
      withoutError(json);
    }
    return json;
  }

  /// Takes out what holds for rows drawn one by one only.
  private static void withoutError(JsonObject json) {
    json.getAsJsonObject("estimate").addProperty("withoutInterval", WITHOUT);
    for (JsonElement each : json.getAsJsonArray("associations")) {
      JsonObject association = each.getAsJsonObject();
      for (String part : List.of("moments", "words")) {
        remove(association.get(part));
      }
    }
    remove(json.get("coOccurrence"));
  }

  private static void remove(JsonElement part) {
    if (part instanceof JsonObject object) {
      ERRORS.forEach(object::remove);
      object.asMap().values().forEach(EstimateJson::remove);
    } else if (part instanceof JsonArray array) {
      array.forEach(EstimateJson::remove);
    }
  }

  /// How the rows of a sample were chosen.
  static JsonObject basis(SampleBasis basis) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", basis.rows());
    basis.of().ifPresent(of -> json.addProperty("ofRows", of));
    json.addProperty("ofRowsCounted", basis.counted());
    json.addProperty("blocks", basis.blocks());
    json.addProperty("ofBlocks", basis.ofBlocks());
    json.addProperty("random", basis.random());
    json.addProperty("seed", basis.seed());
    json.addProperty("level", 0.95);
    if (!basis.random()) {
      json.addProperty("reason", firstRows(basis));
    }
    return json;
  }

  /// Why a sample of first rows has no intervals.
  static String firstRows(SampleBasis basis) {
    return "Compressed text, JSON arrays and archives can only be read from their start: the first rows of %,d of %,d files were taken, which may not be like the rest, so no interval is told."
        .formatted(basis.blocks(), basis.ofBlocks());
  }

  /// How many rows of how many, and how they were chosen.
  static String rows(SampleBasis basis) {
    String of =
        basis.of().isPresent()
            ? (basis.counted() ? " of %,d rows" : " of about %,d rows")
                .formatted(basis.of().getAsLong())
            : " rows";
    return "%,d%s".formatted(basis.rows(), of)
        + (basis.random()
            ? " (%,d of %,d blocks, seed %d)"
                .formatted(basis.blocks(), basis.ofBlocks(), basis.seed())
            : "");
  }

  /// The estimate in one screen of text.
  static String text(CompositionEstimate estimate) {
    SampleBasis basis = estimate.basis();
    StringBuilder text = new StringBuilder("Estimate from " + rows(basis));
    text.append(basis.random() ? ", with 95 % intervals.\n" : ". " + firstRows(basis) + "\n");
    text.append(CompositionJson.head(estimate.result()));
    text.append(CompositionJson.facets(estimate.result(), estimate::ofValues));
    text.append(LanguageJson.remark(estimate.result().languages())).append('\n');
    text.append(DuplicateJson.sampled());
    TextTable mentions = new TextTable("mentioned", "share", "low", "high");
    CompositionJson.mentioned(estimate.result())
        .forEach(
            (list, rows) -> {
              Optional<Interval> interval = Optional.ofNullable(estimate.mentions().get(list));
              mentions.row(
                  list,
                  percent((double) rows / estimate.result().used()),
                  interval.map(it -> percent(it.low())).orElse("–"),
                  interval.map(it -> percent(it.high())).orElse("–"));
            });
    return text.append(mentions)
        .append(CompositionJson.unmentioned(estimate.result(), "row of the sample"))
        .toString();
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", 100 * share);
  }
}
