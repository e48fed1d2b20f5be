package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.composition.Reweighting;
import dev.plumbline.composition.TargetShare;
import dev.plumbline.composition.WeightedAssociation;
import dev.plumbline.composition.WeightedMentions;
import dev.plumbline.composition.WeightedShare;
import java.util.Locale;
import java.util.Optional;

/// Weights that reach a target mix, as JSON and as text.
final class ReweightingJson {
  private ReweightingJson() {}

  /// The object `reweighting` of `filter`.
  static JsonObject of(Reweighting weights) {
    JsonObject json = new JsonObject();
    JsonObject targets = new JsonObject();
    for (TargetShare target : weights.mix().shares()) {
      targets.addProperty(target.label(), target.share());
    }
    json.add("targets", targets);
    json.add("cap", JsonValues.number(weights.mix().cap()));
    json.addProperty("rows", weights.rows());
    json.add("effectiveRows", JsonValues.number(weights.effective()));
    json.addProperty("converged", weights.rounds().isPresent());
    json.addProperty("rounds", weights.rounds().isPresent() ? weights.rounds().getAsInt() : null);
    json.add("deviation", JsonValues.number(weights.deviation()));
    json.add("greatestWeight", JsonValues.number(weights.greatest()));
    json.addProperty("cappedRows", weights.cappedRows());
    json.add("capNeeded", JsonValues.number(weights.needed()));
    json.add("groups", JsonValues.list(weights.groups(), ReweightingJson::group));
    json.add("cells", JsonValues.list(weights.cells(), ReweightingJson::cell));
    weights.refusal().ifPresent(why -> json.addProperty("reason", why.sentence()));
    return json;
  }

  private static JsonObject group(Reweighting.Group group) {
    JsonObject json = new JsonObject();
    json.addProperty("name", group.target().label());
    json.addProperty("condition", group.target().condition());
    json.addProperty("target", group.target().share());
    json.add("before", JsonValues.number(group.before()));
    JsonValues.addBounds(json, Optional.of(group.raw().wilson()));
    json.add("after", JsonValues.number(group.after()));
    json.addProperty("missed", group.missed());
    return json;
  }

  /// The object `weighted` of `filter`.
  static JsonObject of(WeightedMentions mentions) {
    JsonObject json = new JsonObject();
    json.add("lists", JsonValues.list(mentions.lists(), ReweightingJson::list));
    json.add(
        "associations", JsonValues.list(mentions.associations(), ReweightingJson::association));
    return json;
  }

  private static JsonObject list(WeightedShare share) {
    JsonObject json = new JsonObject();
    json.addProperty("name", share.name());
    json.add("before", JsonValues.number(share.before().share()));
    json.add("after", JsonValues.number(share.after()));
    JsonValues.addBounds(json, share.interval());
    return json;
  }

  private static JsonObject association(WeightedAssociation association) {
    JsonObject json = new JsonObject();
    json.addProperty("test", association.kept().test().value());
    json.add("before", JsonValues.number(association.kept().logOddsRatio()));
    json.add("logOddsRatio", JsonValues.number(association.logOddsRatio()));
    JsonValues.addBounds(json, association.interval());
    json.add("change", JsonValues.number(association.change()));
    if (association.logOddsRatio().isEmpty()) {
      json.addProperty(
          "reason", "No caption mentions a target together with an attribute, as weighted.");
    }
    return json;
  }

  private static JsonObject cell(Reweighting.Cell cell) {
    JsonObject json = new JsonObject();
    json.add("groups", JsonValues.texts(cell.groups()));
    json.addProperty("rows", cell.rows());
    json.add("weight", JsonValues.number(cell.weight()));
    json.addProperty("capped", cell.capped());
    return json;
  }

  /// What else they move, in a few lines.
  static String text(WeightedMentions mentions) {
    if (mentions.associations().isEmpty()) {
      return "";
    }
    TextTable table =
        new TextTable("log odds ratio of captions", "equal", "weighted", "low", "high", "change");
    for (WeightedAssociation each : mentions.associations()) {
      table.row(
          each.kept().test().value(),
          TextTable.number(each.kept().logOddsRatio()),
          TextTable.number(each.logOddsRatio()),
          each.interval().map(it -> TextTable.number(it.low())).orElse("–"),
          each.interval().map(it -> TextTable.number(it.high())).orElse("–"),
          TextTable.number(each.change()));
    }
    return table.toString();
  }

  /// The weights in a few lines.
  static String text(Reweighting weights) {
    if (weights.refusal().isPresent()) {
      return "No weights for the target mix: " + weights.refusal().get().sentence() + "\n";
    }
    TextTable groups = new TextTable("group", "before", "wanted", "after");
    for (Reweighting.Group group : weights.groups()) {
      groups.row(
          group.target().label(),
          TextTable.number(group.before()),
          TextTable.number(group.target().share()),
          TextTable.number(group.after()));
    }
    TextTable cells = new TextTable("rows in", "rows", "weight of each");
    for (Reweighting.Cell cell : weights.cells()) {
      cells.row(
          cell.groups().isEmpty() ? "none of the groups" : String.join(" and ", cell.groups()),
          String.format(Locale.ROOT, "%,d", cell.rows()),
          TextTable.number(cell.weight()) + (cell.capped() ? " (capped)" : ""));
    }
    String settled =
        weights.rounds().isPresent()
            ? "Settled after %d rounds".formatted(weights.rounds().getAsInt())
            : "Not settled after 10,000 rounds";
    String capped =
        weights.cappedRows() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                "%,d rows are held at the cap, so that shares may miss their targets%s.%n",
                weights.cappedRows(),
                weights.needed().isPresent()
                    ? "; a cap of %.2f would reach them".formatted(weights.needed().getAsDouble())
                    : "");
    return String.format(
        Locale.ROOT,
        "%s%n%s%s; farthest share %.1g off its target.%n%sWeighted so, %,d rows are worth %,.0f.%n",
        groups,
        cells,
        settled,
        weights.deviation().orElseThrow(),
        capped,
        weights.rows(),
        weights.effective().orElseThrow());
  }
}
