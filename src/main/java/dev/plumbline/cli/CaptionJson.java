package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.plumbline.composition.CoOccurrence;
import dev.plumbline.composition.CoOccurrenceCell;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.DirichletLogOdds;
import dev.plumbline.composition.LogOddsRatio;
import dev.plumbline.composition.Moment;
import dev.plumbline.composition.PointwiseInformation;
import dev.plumbline.composition.TargetBalance;
import dev.plumbline.composition.TargetContrast;
import dev.plumbline.composition.WordContrast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What lies beneath caption associations, and who is spoken of with what, as JSON and as text.
final class CaptionJson {
  private static final int WORDS_SHOWN = 4;
  private static final int PAIRS_SHOWN = 10;

  private CaptionJson() {}

  /// Adds to an association `representationBias`, `associationBias`, their `moments`, `prior` and
  /// `words`.
  static JsonObject association(JsonObject json, Optional<TargetContrast> contrast) {
    contrast.ifPresent(
        it -> {
          TargetBalance balance = it.balance();
          json.addProperty("targetRows", balance.rows());
          json.add("representationBias", JsonValues.number(balance.representationBias()));
          json.add("associationBias", JsonValues.number(balance.associationBias()));
          JsonObject moments = new JsonObject();
          moments.add("x", moment(balance.representationX()));
          moments.add("y", moment(balance.representationY()));
          moments.add("xa", moment(balance.associationXa()));
          moments.add("xb", moment(balance.associationXb()));
          moments.add("ya", moment(balance.associationYa()));
          moments.add("yb", moment(balance.associationYb()));
          json.add("moments", moments);
          json.addProperty("prior", it.prior());
          json.add("words", JsonValues.list(it.words(), CaptionJson::word));
        });
    return json;
  }

  private static JsonObject moment(Moment moment) {
    JsonObject json = new JsonObject();
    json.add("value", JsonValues.number(moment.value()));
    JsonValues.addBounds(json, moment.interval());
    return json;
  }

  private static JsonObject word(WordContrast word) {
    JsonObject json = new JsonObject();
    json.addProperty("term", word.term());
    json.addProperty("list", word.list());
    json.addProperty("x", word.x());
    json.addProperty("y", word.y());
    json.addProperty("rows", word.all());
    json.add(
        "logOdds",
        JsonValues.number(word.logOdds().map(DirichletLogOdds::value).orElse(Double.NaN)));
    JsonValues.addBounds(json, word.logOdds().map(DirichletLogOdds::interval));
    json.add("z", JsonValues.number(word.logOdds().map(DirichletLogOdds::z).orElse(Double.NaN)));
    if (word.logOdds().isEmpty()) {
      json.addProperty("reason", "It is the only word of both attributes that is mentioned.");
    }
    return json;
  }

  /// All pairs of a group and an attribute.
  static JsonObject coOccurrence(CoOccurrence all) {
    JsonObject json = new JsonObject();
    json.addProperty("rows", all.rows());
    json.add("groups", JsonValues.texts(all.groups()));
    json.add("attributes", JsonValues.texts(all.attributes()));
    JsonArray cells = new JsonArray();
    pairs(all).forEach(pair -> cells.add(pair(pair)));
    json.add("cells", cells);
    return json;
  }

  private static List<CoOccurrenceCell> pairs(CoOccurrence all) {
    List<CoOccurrenceCell> pairs = new ArrayList<>();
    for (int group = 0; group < all.groups().size(); group++) {
      for (int attribute = 0; attribute < all.attributes().size(); attribute++) {
        pairs.add(all.cell(group, attribute));
      }
    }
    return pairs;
  }

  private static JsonObject pair(CoOccurrenceCell pair) {
    JsonObject json = new JsonObject();
    json.addProperty("group", pair.group());
    json.addProperty("attribute", pair.attribute());
    json.addProperty("rows", pair.both());
    json.addProperty("groupRows", pair.groupRows());
    json.addProperty("attributeRows", pair.attributeRows());
    JsonObject pmi = new JsonObject();
    pmi.add(
        "value", JsonValues.number(pair.pmi().map(PointwiseInformation::value).orElse(Double.NaN)));
    JsonValues.addBounds(pmi, pair.pmi().map(PointwiseInformation::interval));
    json.add("pmi", pair.pmi().isPresent() ? pmi : JsonNull.INSTANCE);
    json.add(
        "logOddsRatio",
        JsonValues.number(pair.logOddsRatio().map(LogOddsRatio::value).orElse(Double.NaN)));
    JsonValues.addBounds(json, pair.logOddsRatio().map(LogOddsRatio::interval));
    pair.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  /// The words that make the difference, and the pairs farthest from chance.
  static String text(CompositionResult composition) {
    StringBuilder text = new StringBuilder();
    TextTable words = new TextTable("words of the attributes (z)", "with X", "with Y");
    boolean any = false;
    for (TargetContrast contrast : composition.contrasts()) {
      if (!contrast.words().isEmpty()) {
        words.row(contrast.test().value(), words(contrast, 1), words(contrast, -1));
        any = true;
      }
    }
    if (any) {
      text.append(words).append('\n');
    }
    List<CoOccurrenceCell> pairs =
        pairs(composition.coOccurrence()).stream()
            .filter(pair -> pair.both() > 0 && pair.logOddsRatio().isPresent())
            .sorted(Comparator.comparingDouble(pair -> -pair.logOddsRatio().get().interval().low()))
            .limit(PAIRS_SHOWN)
            .toList();
    if (!pairs.isEmpty()) {
      TextTable table =
          new TextTable("most together", "rows", "PMI", "log odds ratio", "low", "high");
      for (CoOccurrenceCell pair : pairs) {
        LogOddsRatio ratio = pair.logOddsRatio().orElseThrow();
        table.row(
            pair.group() + " · " + pair.attribute(),
            String.format(Locale.ROOT, "%,d", pair.both()),
            pair.pmi().map(pmi -> TextTable.number(pmi.value())).orElse("–"),
            TextTable.number(ratio.value()),
            TextTable.number(ratio.interval().low()),
            TextTable.number(ratio.interval().high()));
      }
      text.append(table).append('\n');
    }
    return text.toString();
  }

  private static String words(TargetContrast contrast, int side) {
    return contrast.words().stream()
        .filter(word -> word.logOdds().map(odds -> side * odds.z() > 0).orElse(false))
        .sorted(Comparator.comparingDouble(word -> -side * word.logOdds().orElseThrow().z()))
        .limit(WORDS_SHOWN)
        .map(
            word ->
                "%s %s"
                    .formatted(
                        word.term(),
                        String.format(Locale.ROOT, "%+.1f", word.logOdds().orElseThrow().z())))
        .collect(Collectors.joining(", "));
  }
}
