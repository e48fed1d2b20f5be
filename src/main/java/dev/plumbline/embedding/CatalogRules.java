package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// Rules that propose families and the expected activation from names, kept as JSON in
/// `assets/catalog`: `families.json`, and `paper.json` for the families exactly as arXiv 2502.07957
/// drew them. The first rule whose text the name contains, or starts with, wins. Sizes of datasets
/// stand in `families.json` with their sources.
final class CatalogRules {
  private record Rule(String text, boolean atStart, String family) {
    private boolean fits(String name) {
      return atStart ? name.startsWith(text) : name.contains(text);
    }
  }

  /// Number of image-text pairs of the datasets whose names contain a text.
  private record Size(String text, long pairs) {}

  private final boolean ignoreCase;
  private final String separators;
  private final List<Rule> architectures;
  private final List<Rule> datasets;
  private final List<Rule> activations;
  private final List<Size> sizes;

  private CatalogRules(JsonTree tree) {
    ignoreCase = tree.get("ignoreCase").truth();
    architectures = rules(tree.get("architectures"));
    datasets = rules(tree.get("datasets"));
    activations = rules(tree.get("activations"));
    separators = tree.find("separators").map(JsonTree::text).orElse("");
    sizes =
        tree.find("sizes").map(JsonTree::items).orElse(List.of()).stream()
            .map(size -> new Size(size.get("contains").text(), (long) size.get("pairs").number()))
            .toList();
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

  /// The number of image-text pairs in a dataset of that name, where it is known.
  OptionalLong datasetSize(String name) {
    String wanted = spelled(name);
    return sizes.stream()
        .filter(size -> wanted.contains(size.text()))
        .mapToLong(Size::pairs)
        .findFirst();
  }

  private Optional<String> family(List<Rule> rules, String name) {
    String wanted = spelled(name);
    return rules.stream().filter(rule -> rule.fits(wanted)).map(Rule::family).findFirst();
  }

  /// The name with one case and one separator, where these do not count.
  private String spelled(String name) {
    String spelled = ignoreCase ? name.toLowerCase(Locale.ROOT) : name;
    for (char separator : separators.toCharArray()) {
      spelled = spelled.replace(separator, '_');
    }
    return spelled;
  }
}
