package dev.plumbline.composition;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.ManifestSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// How a subset of a manifest was made: a small JSON file that can be opened again.
///
/// ```
/// {"plumbline": "recipe", "version": 1, "dataset": …, "files": […], "mapping": {role: column},
///  "filter": expression, "thresholds": {condition: value}, "dedupe": key or null,
///  "targets": [{"condition": expression, "share": 0 to 1}], "cap": number or null,
///  "weights": [{"groups": [names], "rows", "weight"}],
///  "lexicon": id, "used": rows, "kept": rows}
/// ```
///
/// Only `filter`, `dedupe`, `targets` and `cap` matter on opening; the rest says where they were
/// applied and what came out.
///
/// @param selection which rows are kept
/// @param mix how they are weighted
public record Recipe(RowSelection selection, TargetMix mix) {
  private static final String KIND = "recipe";
  private static final int VERSION = 1;

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
    JsonArray targets = new JsonArray();
    TargetMix mix = result.settings().mix();
    mix.shares().forEach(target -> targets.add(target(target)));
    json.add("targets", targets);
    json.addProperty("cap", mix.cap().isPresent() ? mix.cap().getAsDouble() : null);
    JsonArray weights = new JsonArray();
    result
        .reweighting()
        .ifPresent(found -> found.cells().forEach(cell -> weights.add(weight(cell))));
    json.add("weights", weights);
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

  private static JsonObject target(TargetShare target) {
    JsonObject json = new JsonObject();
    json.addProperty("condition", target.condition());
    json.addProperty("share", target.share());
    return json;
  }

  private static JsonObject weight(Reweighting.Cell cell) {
    JsonObject json = new JsonObject();
    JsonArray groups = new JsonArray();
    cell.groups().forEach(groups::add);
    json.add("groups", groups);
    json.addProperty("rows", cell.rows());
    json.addProperty("weight", cell.weight());
    return json;
  }

  /// Reads a recipe.
  ///
  /// @throws PlumblineException naming the file and what is wrong in it
  public static Recipe read(Path file) {
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
    RowSelection selection =
        new RowSelection(
            SelectionJson.filter(json.get("filter")),
            given(json, "dedupe").map(SelectionJson::key));
    List<TargetShare> targets =
        given(json, "targets")
            .map(list -> list.items().stream().map(Recipe::target).toList())
            .orElse(List.of());
    OptionalDouble cap =
        given(json, "cap").map(Recipe::cap).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    try {
      return new Recipe(selection, new TargetMix(targets, cap));
    } catch (PlumblineException e) {
      throw new PlumblineException(json.file() + ": " + e.getMessage(), e);
    }
  }

  private static Optional<JsonTree> given(JsonTree json, String name) {
    return json.find(name).filter(member -> !member.element().isJsonNull());
  }

  private static TargetShare target(JsonTree json) {
    double share = json.get("share").number();
    if (!(share >= 0 && share <= 1)) {
      throw json.get("share").error("must lie between 0 and 1");
    }
    return new TargetShare(SelectionJson.filter(json.get("condition")).text(), share);
  }

  private static double cap(JsonTree json) {
    double cap = json.number();
    if (!(cap > 1)) {
      throw json.error("must be greater than 1");
    }
    return cap;
  }
}
