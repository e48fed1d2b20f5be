package dev.plumbline.cli;

import com.google.gson.JsonObject;
import dev.plumbline.composition.CompositionComparison;
import dev.plumbline.composition.FacetComparison;
import dev.plumbline.composition.FacetDifference;
import java.util.Comparator;
import java.util.List;

/// A comparison of two manifests as JSON and as text.
final class ComparisonJson {
  private static final int SHOWN = 10;

  private ComparisonJson() {}

  /// One of the objects `comparisons` of `profile`.
  static JsonObject of(CompositionComparison comparison) {
    JsonObject json = new JsonObject();
    json.addProperty("reference", comparison.reference().value());
    json.addProperty("other", comparison.other().value());
    JsonObject facets = new JsonObject();
    comparison.facets().forEach(facet -> facets.add(facet.facet(), facet(facet)));
    json.add("facets", facets);
    json.add(
        "terms",
        JsonValues.list(
            comparison.terms(),
            term -> {
              JsonObject one = difference(term.difference());
              one.addProperty("list", term.list());
              return one;
            }));
    json.add("onlyInOne", JsonValues.texts(comparison.onlyInOne()));
    json.add("duplicates", DuplicateJson.of(comparison));
    return json;
  }

  private static JsonObject facet(FacetComparison facet) {
    JsonObject json = new JsonObject();
    json.add("totalVariation", JsonValues.number(facet.totalVariation()));
    json.add("jensenShannon", JsonValues.number(facet.jensenShannon()));
    facet.reason().ifPresent(reason -> json.addProperty("reason", reason));
    json.addProperty("sampled", facet.sampled());
    json.add("bins", JsonValues.list(facet.bins(), ComparisonJson::difference));
    facet.missing().ifPresent(missing -> json.add("missing", difference(missing)));
    return json;
  }

  private static JsonObject difference(FacetDifference bin) {
    JsonObject json = new JsonObject();
    json.addProperty("key", bin.key());
    json.addProperty("reference", bin.reference());
    json.addProperty("other", bin.other());
    boolean defined = bin.interval().isPresent();
    json.add("difference", JsonValues.number(defined ? bin.difference() : Double.NaN));
    JsonValues.addBounds(json, bin.interval());
    if (!defined) {
      json.addProperty("reason", "A manifest has no row with a value.");
    }
    return json;
  }

  /// The comparison in a few lines.
  static String text(CompositionComparison comparison) {
    TextTable facets =
        new TextTable(
            comparison.other() + " against " + comparison.reference(),
            "total variation",
            "Jensen–Shannon, bits",
            "largest difference");
    for (FacetComparison facet : comparison.facets()) {
      facets.row(
          facet.facet() + (facet.sampled() ? "*" : ""),
          TextTable.number(facet.totalVariation()),
          TextTable.number(facet.jensenShannon()),
          largest(facet.bins()));
    }
    TextTable terms = new TextTable("term", "difference of shares", "low", "high");
    comparison.terms().stream()
        .limit(SHOWN)
        .forEach(
            term ->
                terms.row(
                    term.list() + ": " + term.difference().key(),
                    number(term.difference().difference()),
                    term.difference().interval().map(i -> number(i.low())).orElse("–"),
                    term.difference().interval().map(i -> number(i.high())).orElse("–")));
    return facets + remarks(comparison) + "\n" + terms + "\n" + DuplicateJson.text(comparison);
  }

  private static String remarks(CompositionComparison comparison) {
    StringBuilder remarks = new StringBuilder();
    for (FacetComparison facet : comparison.facets()) {
      if (facet.sampled()) {
        remarks.append(
            "* detected on samples: the distances of samples are on average a little larger.\n");
      } else if (facet.bins().isEmpty() && facet.reason().isPresent()) {
        remarks.append(facet.facet()).append(": ").append(facet.reason().get()).append('\n');
      }
    }
    return remarks.toString();
  }

  private static String largest(List<FacetDifference> bins) {
    return bins.stream()
        .max(Comparator.comparingDouble(bin -> Math.abs(bin.difference())))
        .map(bin -> bin.key() + " " + number(bin.difference()))
        .orElse("–");
  }

  private static String number(double value) {
    return TextTable.number(java.util.OptionalDouble.of(value));
  }
}
