package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.composition.DetectedLanguages;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.composition.SampleBasis;

/// Detected languages as JSON and as text.
final class LanguageJson {
  private static final String LANGUAGE = "language";

  private LanguageJson() {}

  /// Adds the facet `language`: as any other, with `low` and `high` a bin, and `detected` that says
  /// on which rows and by what. Where detection was refused it has a `reason` and no bins; where a
  /// column tells the languages or nobody asked, nothing is added.
  static void add(DetectedLanguages languages, JsonObject facets) {
    languages.estimate().ifPresent(estimate -> facets.add(LANGUAGE, facet(estimate)));
    languages
        .refusal()
        .ifPresent(
            refusal -> {
              JsonObject none = new JsonObject();
              none.add("bins", new JsonArray());
              none.add("missing", JsonNull.INSTANCE);
              none.add("mean", JsonNull.INSTANCE);
              none.addProperty("reason", refusal.sentence());
              facets.add(LANGUAGE, none);
            });
  }

  private static JsonObject facet(LanguageEstimate estimate) {
    JsonObject json = CompositionJson.facet(estimate.facet());
    for (JsonElement each : json.getAsJsonArray("bins")) {
      JsonObject bin = each.getAsJsonObject();
      JsonValues.addBounds(bin, estimate.ofValues(bin.get("key").getAsString()));
    }
    JsonObject detected = EstimateJson.basis(estimate.basis());
    detected.addProperty("captions", estimate.captions());
    detected.addProperty("detector", estimate.detector());
    json.add("detected", detected);
    return json;
  }

  /// The footnote of the facet, nothing if there is none.
  static String remark(DetectedLanguages languages) {
    return languages
        .estimate()
        .map(LanguageJson::remark)
        .or(
            () ->
                languages.refusal().map(it -> "language is not detected: " + it.sentence() + ".\n"))
        .orElse("");
  }

  private static String remark(LanguageEstimate estimate) {
    SampleBasis basis = estimate.basis();
    return "* detected in the captions of %s, by %s; und: cannot be told. %s%n"
        .formatted(
            EstimateJson.rows(basis),
            estimate.detector(),
            basis.random()
                ? "95 % intervals of the sample, without the detector's own errors."
                : EstimateJson.firstRows(basis));
  }
}
