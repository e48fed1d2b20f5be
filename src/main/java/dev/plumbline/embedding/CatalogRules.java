package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Rules that propose families from names: `assets/catalog/families.json`. The first rule whose
/// pattern is found in the name wins, ignoring case.
final class CatalogRules {
  private static final String RESOURCE = "assets/catalog/families.json";

  private record Rule(String contains, String family) {}

  private final List<Rule> architectures;
  private final List<Rule> datasets;

  private CatalogRules(List<Rule> architectures, List<Rule> datasets) {
    this.architectures = architectures;
    this.datasets = datasets;
  }

  /// Read once, when first asked for.
  private static final class Bundled {
    private static final CatalogRules RULES = read();
  }

  /// The rules that come with Plumbline.
  static CatalogRules bundled() {
    return Bundled.RULES;
  }

  private static CatalogRules read() {
    try (InputStream in = CatalogRules.class.getClassLoader().getResourceAsStream(RESOURCE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      JsonTree tree = JsonTree.parse(RESOURCE, text);
      return new CatalogRules(rules(tree.get("architectures")), rules(tree.get("datasets")));
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + RESOURCE + ".", e);
    }
  }

  private static List<Rule> rules(JsonTree tree) {
    return tree.items().stream()
        .map(
            rule ->
                new Rule(
                    rule.get("contains").name().toLowerCase(Locale.ROOT),
                    rule.get("family").name()))
        .toList();
  }

  Optional<String> architectureFamily(String architecture) {
    return family(architectures, architecture);
  }

  Optional<String> datasetFamily(String dataset) {
    return family(datasets, dataset);
  }

  private static Optional<String> family(List<Rule> rules, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return rules.stream()
        .filter(rule -> lower.contains(rule.contains()))
        .map(Rule::family)
        .findFirst();
  }
}
