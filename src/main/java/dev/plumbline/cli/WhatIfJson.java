package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.composition.AssociationChange;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.DuplicateKey;
import dev.plumbline.composition.ExclusionAmplification;
import dev.plumbline.composition.Retention;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Proportion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A what-if as JSON and as text.
final class WhatIfJson {
  private WhatIfJson() {}

  /// The object `filter` of `profile`.
  static JsonObject of(WhatIfResult result) {
    JsonObject json = new JsonObject();
    json.addProperty("expression", result.settings().selection().filter().text());
    json.addProperty(
        "dedupe", result.settings().selection().dedupe().map(DuplicateKey::key).orElse(null));
    JsonObject thresholds = new JsonObject();
    result
        .thresholds()
        .forEach((condition, value) -> thresholds.add(condition, JsonValues.number(value)));
    json.add("thresholds", thresholds);
    json.addProperty("used", result.used());
    json.addProperty("kept", result.kept());
    json.add(
        "share", JsonValues.number(result.keptShare().map(Proportion::share).orElse(Double.NaN)));
    JsonValues.addBounds(json, result.keptInterval());
    json.add("groups", JsonValues.list(result.groups(), WhatIfJson::retention));
    JsonObject terms = new JsonObject();
    result
        .terms()
        .forEach((list, each) -> terms.add(list, JsonValues.list(each, WhatIfJson::retention)));
    json.add("terms", terms);
    json.add("amplifications", JsonValues.list(result.amplifications(), WhatIfJson::amplification));
    json.add("associations", JsonValues.list(result.associations(), WhatIfJson::change));
    result.reweighting().ifPresent(weights -> json.add("reweighting", ReweightingJson.of(weights)));
    result.weighted().ifPresent(mentions -> json.add("weighted", ReweightingJson.of(mentions)));
    return json;
  }

  private static JsonObject retention(Retention group) {
    JsonObject json = new JsonObject();
    json.addProperty("name", group.name());
    json.addProperty("raw", group.raw());
    json.addProperty("kept", group.kept());
    json.add("share", JsonValues.number(group.share()));
    JsonValues.addBounds(json, group.shareInterval());
    json.add("relative", JsonValues.number(group.relative()));
    bounds(json, "relative", group.relativeInterval());
    group.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  private static void bounds(JsonObject json, String of, Optional<Interval> interval) {
    json.add(of + "Low", JsonValues.number(interval.map(Interval::low).orElse(Double.NaN)));
    json.add(of + "High", JsonValues.number(interval.map(Interval::high).orElse(Double.NaN)));
  }

  private static JsonObject amplification(ExclusionAmplification pair) {
    JsonObject json = new JsonObject();
    json.addProperty("rarer", pair.rarer());
    json.addProperty("other", pair.other());
    json.add("rawRatio", JsonValues.number(pair.rawRatio()));
    json.add("keptRatio", JsonValues.number(pair.keptRatio()));
    json.add("factor", JsonValues.number(pair.factor()));
    JsonValues.addBounds(json, pair.interval());
    json.addProperty("amplified", pair.amplified());
    pair.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  private static JsonObject change(AssociationChange change) {
    JsonObject json = new JsonObject();
    json.addProperty("test", change.raw().test().value());
    json.add("raw", CompositionJson.association(change.raw()));
    json.add("kept", CompositionJson.association(change.kept()));
    json.add("change", JsonValues.number(change.change()));
    return json;
  }

  /// The what-if in a few lines.
  static String text(WhatIfResult result) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "filter: %s%n%,d of %,d rows kept%s%n%n",
            result.resolved().filter().text(),
            result.kept(),
            result.used(),
            result.keptInterval().map(interval -> ", " + percent(result, interval)).orElse("")));
    List<Retention> groups = result.groups();
    if (!groups.isEmpty()) {
      TextTable table =
          new TextTable("group", "raw", "kept", "kept/raw", "against all", "low", "high");
      for (Retention group : groups) {
        table.row(
            group.name(),
            String.format(Locale.ROOT, "%,d", group.raw()),
            String.format(Locale.ROOT, "%,d", group.kept()),
            TextTable.number(group.share()),
            TextTable.number(group.relative()),
            group.relativeInterval().map(i -> TextTable.number(i.low())).orElse("–"),
            group.relativeInterval().map(i -> TextTable.number(i.high())).orElse("–"));
      }
      text.append(table).append('\n');
    }
    if (!result.associations().isEmpty()) {
      TextTable table = new TextTable("log odds ratio of captions", "before", "after", "change");
      for (AssociationChange change : result.associations()) {
        CaptionAssociation raw = change.raw();
        table.row(
            raw.test().value(),
            TextTable.number(raw.logOddsRatio()),
            TextTable.number(change.kept().logOddsRatio()),
            TextTable.number(change.change()));
      }
      text.append(table).append('\n');
    }
    result
        .reweighting()
        .ifPresent(weights -> text.append(ReweightingJson.text(weights)).append('\n'));
    result
        .weighted()
        .ifPresent(mentions -> text.append(ReweightingJson.text(mentions)).append('\n'));
    return text.toString();
  }

  private static String percent(WhatIfResult result, Interval interval) {
    return String.format(
        Locale.ROOT,
        "%.2f%% [%.2f, %.2f]",
        100 * result.keptShare().orElseThrow().share(),
        100 * interval.low(),
        100 * interval.high());
  }
}
