package dev.plumbline.composition;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ManifestSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/// How a subset of a manifest was made: a small JSON file that can be opened again.
///
/// ```
/// {"plumbline": "recipe", "version": 1, "dataset": …, "files": […], "mapping": {role: column},
///  "filter": expression, "thresholds": {condition: value}, "dedupe": key or null,
///  "lexicon": id, "used": rows, "kept": rows}
/// ```
///
/// Only `filter` and `dedupe` matter on opening; the rest says where they were applied.
public final class Recipe {
  private static final String KIND = "recipe";
  private static final int VERSION = 1;

  private Recipe() {}

  /// The recipe of a result.
  ///
  /// @param source the manifest as the user named it
  public static String write(WhatIfResult result, ManifestSource source) {
    JsonObject json = new JsonObject();
    json.addProperty("plumbline", KIND);
    json.addProperty("version", VERSION);
    json.addProperty("dataset", result.dataset().value());
    JsonArray files = new JsonArray();
    source.files().forEach(files::add);
    json.add("files", files);
    JsonObject mapping = new JsonObject();
    source.mapping().forEach((role, column) -> mapping.addProperty(role.key(), column));
    json.add("mapping", mapping);
    RowSelection selection = result.settings().selection();
    json.addProperty("filter", selection.filter().text());
    JsonObject thresholds = new JsonObject();
    result.thresholds().forEach(thresholds::addProperty);
    json.add("thresholds", thresholds);
    json.addProperty("dedupe", selection.dedupe().map(DuplicateKey::key).orElse(null));
    json.addProperty("lexicon", result.settings().lexicon().id());
    json.addProperty("used", result.used());
    json.addProperty("kept", result.kept());
    return new GsonBuilder()
            .serializeNulls()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create()
            .toJson(json)
        + "\n";
  }

  /// The selection of a recipe.
  ///
  /// @throws PlumblineException naming the file and what is wrong in it
  public static RowSelection read(Path file) {
    JsonTree json = JsonTree.readUnique(file);
    boolean recipe =
        json.isObject()
            && json.find("plumbline")
                .map(JsonTree::element)
                .equals(Optional.of(new JsonPrimitive(KIND)));
    if (!recipe) {
      throw new PlumblineException(
          file + " is not a recipe: open a file that was saved from a what-if.");
    }
    if (json.get("version").integer() != VERSION) {
      throw json.get("version").error("this version is not known: use a newer Plumbline");
    }
    return new RowSelection(
        filter(json.get("filter")),
        json.find("dedupe").filter(dedupe -> !dedupe.element().isJsonNull()).map(Recipe::key));
  }

  private static Filter filter(JsonTree json) {
    try {
      return Filter.parse(json.text());
    } catch (PlumblineException e) {
      throw new PlumblineException(json.file() + ": " + e.getMessage(), e);
    }
  }

  private static DuplicateKey key(JsonTree json) {
    String name = json.text();
    return Arrays.stream(DuplicateKey.values())
        .filter(key -> key.key().equals(name))
        .findFirst()
        .orElseThrow(() -> json.error("must be url, caption, hash, uid or null"));
  }
}
