package dev.plumbline.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plumbline.composition.Bin;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Facet;
import dev.plumbline.composition.TargetBalance;
import dev.plumbline.core.Interval;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Reject;
import dev.plumbline.manifest.RejectedLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.Function;

/// A composition as JSON and as text.
final class CompositionJson {
  private static final int BINS_SHOWN = 5;

  private CompositionJson() {}

  /// The keys of `profile`.
  static JsonObject of(CompositionResult composition) {
    JsonObject json = new JsonObject();
    json.addProperty("dataset", composition.dataset().value());
    json.addProperty("rows", composition.rows());
    json.addProperty("used", composition.used());
    json.addProperty("failed", composition.failed());
    JsonObject statuses = new JsonObject();
    composition.statuses().forEach(statuses::addProperty);
    json.add("statuses", statuses);
    json.addProperty("files", composition.files());
    json.addProperty("bytes", composition.bytes());
    JsonObject columns = new JsonObject();
    for (ColumnRole role : ColumnRole.values()) {
      if (composition.columns().containsKey(role)) {
        columns.addProperty(role.key(), composition.columns().get(role));
      }
    }
    json.add("columns", columns);
    JsonObject facets = new JsonObject();
    composition.facets().forEach(facet -> facets.add(facet.name(), facet(facet)));
    LanguageJson.add(composition.languages(), facets);
    json.add("facets", facets);
    json.add("duplicates", DuplicateJson.of(composition));
    JsonObject mentions = new JsonObject();
    composition.mentions().forEach(mentions::addProperty);
    json.add("mentions", mentions);
    JsonObject terms = new JsonObject();
    composition
        .terms()
        .forEach(
            (list, counts) -> {
              JsonObject perTerm = new JsonObject();
              counts.forEach(perTerm::addProperty);
              terms.add(list, perTerm);
            });
    json.add("terms", terms);
    json.add(
        "associations",
        JsonValues.list(
            composition.associations(),
            each -> CaptionJson.association(association(each), composition.contrast(each.test()))));
    json.add("coOccurrence", CaptionJson.coOccurrence(composition.coOccurrence()));
    json.add("rejects", JsonValues.list(composition.rejects(), CompositionJson::reject));
    return json;
  }

  static JsonObject facet(Facet facet) {
    JsonObject json = new JsonObject();
    JsonArray bins = JsonValues.list(facet.bins(), CompositionJson::bin);
    json.add("bins", bins);
    json.addProperty("missing", facet.missing());
    json.add("mean", JsonValues.number(facet.mean()));
    return json;
  }

  private static JsonObject bin(Bin bin) {
    JsonObject json = new JsonObject();
    json.addProperty("key", bin.key());
    json.addProperty("count", bin.count());
    json.add("share", JsonValues.number(bin.share()));
    return json;
  }

  static JsonObject association(CaptionAssociation association) {
    JsonObject table = new JsonObject();
    table.addProperty("xa", association.xa());
    table.addProperty("xb", association.xb());
    table.addProperty("ya", association.ya());
    table.addProperty("yb", association.yb());
    JsonObject json = new JsonObject();
    json.addProperty("test", association.test().value());
    json.addProperty("x", association.x());
    json.addProperty("y", association.y());
    json.addProperty("a", association.a());
    json.addProperty("b", association.b());
    json.add("table", table);
    json.addProperty("overlap", association.overlap());
    json.add("logOddsRatio", JsonValues.number(association.logOddsRatio()));
    JsonValues.addBounds(json, association.interval());
    json.add("deltaNpmi", JsonValues.number(association.deltaNpmi()));
    json.add("cramersV", JsonValues.number(association.cramersV()));
    association.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }

  static JsonObject reject(Reject reject) {
    JsonObject json = new JsonObject();
    json.addProperty("file", reject.file());
    json.addProperty("reason", reject.reason());
    json.addProperty("rows", reject.rows());
    json.add("lines", JsonValues.list(reject.lines(), CompositionJson::line));
    return json;
  }

  private static JsonObject line(RejectedLine line) {
    JsonObject json = new JsonObject();
    json.addProperty("line", line.line());
    json.addProperty("text", line.text());
    return json;
  }

  /// The composition in one screen of text.
  static String text(CompositionResult composition) {
    StringBuilder text = new StringBuilder(head(composition));
    if (!composition.statuses().isEmpty()) {
      TextTable statuses = new TextTable("status", "rows");
      composition
          .statuses()
          .forEach((status, rows) -> statuses.row(status, String.format(Locale.ROOT, "%,d", rows)));
      text.append(statuses).append('\n');
    }
    text.append(facets(composition, (_, _) -> Optional.empty()));
    text.append(LanguageJson.remark(composition.languages())).append('\n');
    text.append(DuplicateJson.text(composition));
    if (!composition.mentions().isEmpty()) {
      TextTable mentions = new TextTable("mentioned", "rows");
      mentioned(composition)
          .forEach((list, rows) -> mentions.row(list, String.format(Locale.ROOT, "%,d", rows)));
      text.append(mentions).append(unmentioned(composition, "row")).append('\n');
    }
    if (!composition.associations().isEmpty()) {
      text.append(associations(composition)).append('\n');
    }
    text.append(CaptionJson.text(composition));
    composition.rejects().forEach(reject -> text.append(reject.reason()).append('\n'));
    return text.toString();
  }

  /// One line on rows and files, and an empty one.
  static String head(CompositionResult composition) {
    return String.format(
        Locale.ROOT,
        "%s: %s in %s, %,d used, %,d failed%n%n",
        composition.dataset(),
        counted(composition.rows(), "row"),
        counted(composition.files(), "file"),
        composition.used(),
        composition.failed());
  }

  /// A number and its noun.
  static String counted(long number, String noun) {
    return String.format(Locale.ROOT, number == 1 ? "%,d %s" : "%,d %ss", number, noun);
  }

  /// Rows by list, of the lists that at least one row mentions, the most mentioned first; ties in
  /// the lexicon's order.
  static Map<String, Long> mentioned(CompositionResult composition) {
    Map<String, Long> mentioned = new LinkedHashMap<>();
    composition.mentions().entrySet().stream()
        .filter(list -> list.getValue() > 0)
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(list -> mentioned.put(list.getKey(), list.getValue()));
    return mentioned;
  }

  /// One line that names the lists without a row, nothing if there are none.
  ///
  /// @param row what a row is called
  static String unmentioned(CompositionResult composition, String row) {
    List<String> lists =
        composition.mentions().entrySet().stream()
            .filter(list -> list.getValue() == 0)
            .map(Map.Entry::getKey)
            .toList();
    if (lists.isEmpty()) {
      return "";
    }
    return "%s mentioned by no %s: %s%n"
        .formatted(
            counted(lists.size(), "list") + (lists.size() == 1 ? " is" : " are"),
            row,
            String.join(", ", lists));
  }

  /// The facets, one a line.
  ///
  /// @param interval of a share, by facet and bin
  static TextTable facets(
      CompositionResult composition, BiFunction<String, String, Optional<Interval>> interval) {
    TextTable facets = new TextTable("facet", "mean", "missing", "most frequent").wordy();
    for (Facet facet : composition.facets()) {
      facets.row(
          facet.name(),
          TextTable.number(facet.mean()),
          String.format(Locale.ROOT, "%,d", facet.missing()),
          frequent(facet, key -> interval.apply(facet.name(), key)));
    }
    composition
        .languages()
        .estimate()
        .ifPresent(
            detected ->
                facets.row(
                    detected.facet().name() + "*",
                    "–",
                    String.format(Locale.ROOT, "%,d", detected.facet().missing()),
                    frequent(detected.facet(), detected::ofValues)));
    return facets;
  }

  private static String frequent(Facet facet, Function<String, Optional<Interval>> interval) {
    return facet.bins().stream()
        .filter(bin -> !bin.key().equals(Facet.TOGETHER))
        .sorted((a, b) -> Long.compare(b.count(), a.count()))
        .limit(BINS_SHOWN)
        .map(
            bin ->
                String.format(Locale.ROOT, "%s %.1f%%", bin.key(), 100 * bin.share())
                    + interval.apply(bin.key()).map(CompositionJson::bounds).orElse(""))
        .reduce((a, b) -> a + ", " + b)
        .orElse("–");
  }

  private static String bounds(Interval interval) {
    return String.format(Locale.ROOT, " [%.1f, %.1f]", 100 * interval.low(), 100 * interval.high());
  }

  private static TextTable associations(CompositionResult composition) {
    TextTable table =
        new TextTable(
            "caption association", "log odds ratio", "low", "high", "ΔnPMI", "V", "RB", "AB");
    for (CaptionAssociation association : composition.associations()) {
      table.row(
          association.test().value(),
          TextTable.number(association.logOddsRatio()),
          association.interval().map(i -> TextTable.number(i.low())).orElse("–"),
          association.interval().map(i -> TextTable.number(i.high())).orElse("–"),
          TextTable.number(association.deltaNpmi()),
          TextTable.number(association.cramersV()),
          bias(composition, association, TargetBalance::representationBias),
          bias(composition, association, TargetBalance::associationBias));
    }
    return table;
  }

  private static String bias(
      CompositionResult composition,
      CaptionAssociation association,
      Function<TargetBalance, OptionalDouble> bias) {
    return composition
        .contrast(association.test())
        .map(contrast -> TextTable.number(bias.apply(contrast.balance())))
        .orElse("–");
  }
}
