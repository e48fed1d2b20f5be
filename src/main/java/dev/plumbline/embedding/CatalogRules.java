package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Rules that propose families and the expected activation from names, kept as JSON in
/// `assets/catalog`: `families.json`, and `paper.json` for the families exactly as arXiv 2502.07957
/// drew them. The first rule whose text the name contains, or starts with, wins.
final class CatalogRules {
  private record Rule(String text, boolean atStart, String family) {
    private boolean fits(String name) {
      return atStart ? name.startsWith(text) : name.contains(text);
    }
  }

  private final boolean ignoreCase;
  private final List<Rule> architectures;
  private final List<Rule> datasets;
  private final List<Rule> activations;

  private CatalogRules(JsonTree tree) {
    ignoreCase = tree.get("ignoreCase").truth();
    architectures = rules(tree.get("architectures"));
    datasets = rules(tree.get("datasets"));
    activations = rules(tree.get("activations"));
  }

  /// Read once, when first asked for.
  private static final class Bundled {
    private static final CatalogRules RULES = read("families");
  }

  /// Read once, when first asked for.
  private static final class Paper {
    private static final CatalogRules RULES = read("paper");
  }

  /// The rules that Plumbline proposes by.
  static CatalogRules bundled() {
    return Bundled.RULES;
  }

  /// The rules of the paper, with their order: `commonpool_xl_laion_filtered` is filed under laion.
  static CatalogRules paper() {
    return Paper.RULES;
  }

  private static CatalogRules read(String name) {
    String resource = "assets/catalog/" + name + ".json";
    try (InputStream in = CatalogRules.class.getClassLoader().getResourceAsStream(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new CatalogRules(JsonTree.parse(resource, text));
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + resource + ".", e);
    }
  }

  private static List<Rule> rules(JsonTree tree) {
    return tree.items().stream().map(CatalogRules::rule).toList();
  }

  private static Rule rule(JsonTree rule) {
    boolean atStart = rule.find("startsWith").isPresent();
    String text = rule.get(atStart ? "startsWith" : "contains").text();
    return new Rule(text, atStart, rule.get("family").name());
  }

  Optional<String> architectureFamily(String architecture) {
    return family(architectures, architecture);
  }

  Optional<String> datasetFamily(String dataset) {
    return family(datasets, dataset);
  }

  /// The activation that models of that name were trained with, where the name tells.
  Optional<String> activation(String name) {
    return family(activations, name);
  }

  private Optional<String> family(List<Rule> rules, String name) {
    String wanted = ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    return rules.stream().filter(rule -> rule.fits(wanted)).map(Rule::family).findFirst();
  }
}
