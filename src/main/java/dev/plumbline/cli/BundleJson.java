package dev.plumbline.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plumbline.embedding.CatalogEntry;
import dev.plumbline.embedding.Check;
import dev.plumbline.embedding.ImagePreprocessing;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.Tower;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/// A model bundle as JSON and as text.
final class BundleJson {
  private BundleJson() {}

  /// The keys of `inspect`.
  static JsonObject of(ModelBundle bundle) {
    JsonObject json = new JsonObject();
    json.addProperty("id", bundle.id().value());
    json.addProperty("layout", bundle.layout().label());
    json.addProperty("variant", bundle.variant());
    json.add("variants", JsonValues.texts(bundle.variants()));
    json.add(
        "image",
        bundle.image().<JsonElement>map(tower -> image(tower, bundle)).orElse(JsonNull.INSTANCE));
    json.add(
        "text",
        bundle.text().<JsonElement>map(tower -> text(tower, bundle)).orElse(JsonNull.INSTANCE));
    json.add("embeddingSize", integer(bundle.embeddingSize()));
    json.addProperty("parameters", bundle.parameters());
    json.add("catalog", catalog(bundle.catalog()));
    json.add("checks", JsonValues.list(bundle.checks(), BundleJson::check));
    return json;
  }

  private static JsonObject image(Tower tower, ModelBundle bundle) {
    ImagePreprocessing preprocessing = bundle.preprocessing();
    JsonObject json = towers(tower);
    json.add(
        "size",
        JsonValues.list(
            List.of(preprocessing.height(), preprocessing.width()), JsonPrimitive::new));
    json.add("mean", JsonValues.list(preprocessing.mean(), JsonPrimitive::new));
    json.add("std", JsonValues.list(preprocessing.std(), JsonPrimitive::new));
    json.addProperty(
        "interpolation", preprocessing.interpolation().name().toLowerCase(Locale.ROOT));
    json.addProperty("resize", preprocessing.mode().label());
    json.add(
        "source",
        JsonValues.text(bundle.preprocessingSource().map(file -> file.getFileName().toString())));
    return json;
  }

  private static JsonObject text(Tower tower, ModelBundle bundle) {
    JsonObject json = towers(tower);
    json.addProperty("contextLength", bundle.contextLength());
    json.addProperty("tokenizer", bundle.tokenizer().isPresent());
    return json;
  }

  private static JsonObject towers(Tower tower) {
    JsonObject json = new JsonObject();
    json.addProperty("input", tower.input().name());
    json.addProperty("output", tower.output().name());
    return json;
  }

  private static JsonObject catalog(CatalogEntry entry) {
    JsonObject json = new JsonObject();
    json.addProperty("name", entry.name());
    json.add("architecture", JsonValues.text(entry.architecture()));
    json.add("architectureFamily", JsonValues.text(entry.architectureFamily()));
    json.add("pretrainingDataset", JsonValues.text(entry.pretrainingDataset()));
    json.add("datasetFamily", JsonValues.text(entry.datasetFamily()));
    json.add(
        "datasetSize",
        entry.datasetSize().isPresent()
            ? new JsonPrimitive(entry.datasetSize().getAsLong())
            : JsonNull.INSTANCE);
    json.add("activation", JsonValues.text(entry.activation()));
    json.addProperty("proposed", entry.proposed());
    return json;
  }

  private static JsonObject check(Check check) {
    JsonObject json = new JsonObject();
    json.addProperty("id", check.id());
    json.addProperty("name", check.name());
    json.addProperty("status", check.status().label());
    json.addProperty("detail", check.detail());
    return json;
  }

  private static JsonElement integer(OptionalInt value) {
    return value.isPresent() ? new JsonPrimitive(value.getAsInt()) : JsonNull.INSTANCE;
  }

  /// The bundle in a few lines.
  static String text(ModelBundle bundle) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %s, %,d parameters%n",
            bundle.id(),
            bundle.layout().label(),
            bundle.parameters()));
    text.append(facts(bundle.catalog()));
    bundle.image().ifPresent(tower -> text.append(line("images", tower)));
    bundle.text().ifPresent(tower -> text.append(line("texts", tower)));
    for (Check check : bundle.checks()) {
      text.append(
          String.format(
              Locale.ROOT, "%-4s  %s: %s%n", check.status().label(), check.name(), check.detail()));
    }
    return text.toString();
  }

  private static String facts(CatalogEntry entry) {
    return String.format(
        Locale.ROOT,
        "%s, family %s; data %s, family %s, size %s%s%n",
        entry.architecture().orElse("unknown architecture"),
        entry.architectureFamily().orElse("unknown"),
        entry.pretrainingDataset().orElse("unknown"),
        entry.datasetFamily().orElse("unknown"),
        entry.datasetSize().isPresent()
            ? String.format(Locale.ROOT, "%,d", entry.datasetSize().getAsLong())
            : "unknown",
        entry.proposed() ? " (proposed from names)" : "");
  }

  private static String line(String what, Tower tower) {
    return what + ": " + tower.input().name() + " → " + tower.output().name() + "\n";
  }
}
