package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.association.AssociationDetail;
import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.Undefined;
import dev.plumbline.association.NullDistribution;
import dev.plumbline.association.PairCosines;
import dev.plumbline.association.StimulusDetail;
import dev.plumbline.association.StimulusRole;
import dev.plumbline.association.TargetAssociation;
import dev.plumbline.study.TestDetail;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// A test looked into, as JSON and as text.
final class DetailJson {
  private static final int SHOWN = 3;

  private DetailJson() {}

  /// The whole detail; what does not exist is null beside a `reason`.
  static JsonObject of(TestDetail it) {
    AssociationDetail detail = it.detail();
    JsonObject json = new JsonObject();
    json.addProperty("model", it.model().value());
    json.addProperty("test", it.test().id().value());
    json.addProperty("category", it.test().category());
    json.addProperty("order", it.order().label());
    json.add("sets", sets(it));
    AssociationJson.of(detail.result()).asMap().forEach(json::add);
    json.add("targets", JsonValues.list(detail.targets(), DetailJson::target));
    json.add("pairs", JsonValues.list(detail.pairs(), DetailJson::pair));
    OptionalDouble d =
        detail.result() instanceof Measured measured
            ? OptionalDouble.of(measured.d())
            : OptionalDouble.empty();
    json.add("stimuli", JsonValues.list(detail.stimuli(), stimulus -> stimulus(stimulus, d)));
    json.add(
        "nullDistribution",
        detail.distribution().<JsonElement>map(DetailJson::distribution).orElse(JsonNull.INSTANCE));
    return json;
  }

  private static JsonObject sets(TestDetail it) {
    JsonObject json = new JsonObject();
    names(it).forEach((role, name) -> json.addProperty(role.name().toLowerCase(Locale.ROOT), name));
    return json;
  }

  private static Map<StimulusRole, String> names(TestDetail it) {
    Map<StimulusRole, String> names = new EnumMap<>(StimulusRole.class);
    names.put(StimulusRole.X, it.test().x());
    names.put(StimulusRole.Y, it.test().y());
    names.put(StimulusRole.A, it.test().a());
    names.put(StimulusRole.B, it.test().b());
    return names;
  }

  private static JsonObject target(TargetAssociation target) {
    JsonObject json = new JsonObject();
    json.addProperty("target", target.target().name());
    addTest(json, target.result());
    return json;
  }

  private static JsonObject pair(PairCosines pair) {
    JsonObject json = new JsonObject();
    json.addProperty("target", pair.target().name());
    json.addProperty("attribute", pair.attribute().name());
    json.addProperty("pairs", pair.pairs());
    json.add("mean", JsonValues.number(pair.mean()));
    json.add("sd", JsonValues.number(pair.sd()));
    return json;
  }

  private static JsonObject stimulus(StimulusDetail stimulus, OptionalDouble d) {
    JsonObject json = new JsonObject();
    json.addProperty("set", stimulus.role().name());
    json.addProperty("name", stimulus.name());
    json.add("s", JsonValues.number(stimulus.s()));
    JsonObject single = new JsonObject();
    addTest(single, stimulus.single());
    json.add("single", single);
    json.add("dWithout", JsonValues.number(stimulus.dWithout()));
    json.add("influence", JsonValues.number(influence(stimulus, d)));
    stimulus.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  private static OptionalDouble influence(StimulusDetail stimulus, OptionalDouble d) {
    return d.isPresent() ? stimulus.influence(d.getAsDouble()) : OptionalDouble.empty();
  }

  private static void addTest(JsonObject json, AssociationResult result) {
    switch (result) {
      case Measured measured -> {
        json.add("d", JsonValues.number(measured.d()));
        json.add("p", JsonValues.number(measured.p()));
        json.addProperty("exact", measured.exact());
        json.addProperty("permutations", measured.permutations());
      }
      case Undefined undefined -> {
        for (String key : List.of("d", "p", "exact", "permutations")) {
          json.add(key, JsonNull.INSTANCE);
        }
        json.addProperty("reason", undefined.reason());
      }
    }
  }

  private static JsonObject distribution(NullDistribution it) {
    JsonObject json = new JsonObject();
    json.addProperty("low", it.low());
    json.addProperty("high", it.high());
    JsonArray counts = new JsonArray();
    it.counts().forEach(counts::add);
    json.add("counts", counts);
    json.addProperty("below", it.below());
    json.addProperty("above", it.above());
    json.addProperty("observed", it.observed());
    json.addProperty("exact", it.exact());
    json.addProperty("permutations", it.partitions());
    return json;
  }

  /// The detail in a few lines.
  static String text(TestDetail it) {
    AssociationDetail detail = it.detail();
    StringBuilder text = new StringBuilder();
    text.append("%s · %s · %s%n".formatted(it.model(), it.test().id(), it.order().label()));
    text.append(AssociationJson.text(detail.result()));
    TextTable levels = new TextTable("level", "d", "p", "mean cosine", "SD");
    Map<StimulusRole, String> names = names(it);
    for (TargetAssociation target : detail.targets()) {
      Optional<Measured> measured =
          target.result() instanceof Measured m ? Optional.of(m) : Optional.empty();
      levels.row(
          names.get(target.target()) + ": A against B",
          measured.map(m -> TextTable.number(m.d())).orElse("–"),
          TextTable.p(measured.map(m -> OptionalDouble.of(m.p())).orElse(OptionalDouble.empty())),
          "",
          "");
    }
    for (PairCosines pair : detail.pairs()) {
      levels.row(
          names.get(pair.target()) + " with " + names.get(pair.attribute()),
          "",
          "",
          TextTable.number(pair.mean()),
          TextTable.number(pair.sd()));
    }
    text.append(levels);
    text.append(stimuli(detail, names));
    return text.append('\n').toString();
  }

  /// The most and least associated stimuli of each target and the most influential of all.
  private static String stimuli(AssociationDetail detail, Map<StimulusRole, String> names) {
    TextTable table = new TextTable("stimulus", "set", "s", "d alone", "p alone", "influence");
    OptionalDouble d =
        detail.result() instanceof Measured m ? OptionalDouble.of(m.d()) : OptionalDouble.empty();
    for (StimulusRole role : List.of(StimulusRole.X, StimulusRole.Y)) {
      List<StimulusDetail> sorted = detail.byAssociation(role);
      for (int i = 0; i < sorted.size(); i++) {
        if (i < SHOWN || i >= sorted.size() - SHOWN) {
          row(table, sorted.get(i), names, d);
        }
      }
    }
    detail.byInfluence().stream().limit(SHOWN).forEach(it -> row(table, it, names, d));
    return table.toString();
  }

  private static void row(
      TextTable table, StimulusDetail it, Map<StimulusRole, String> names, OptionalDouble d) {
    Optional<Measured> single =
        it.single() instanceof Measured m ? Optional.of(m) : Optional.empty();
    table.row(
        it.name(),
        names.get(it.role()),
        TextTable.number(it.s()),
        single.map(m -> TextTable.number(m.d())).orElse("–"),
        TextTable.p(single.map(m -> OptionalDouble.of(m.p())).orElse(OptionalDouble.empty())),
        TextTable.number(influence(it, d)));
  }
}
