package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// Rules that propose families and the expected activation from names, kept as JSON in
/// `assets/catalog`: `families.json`, and `paper.json` for the families exactly as arXiv 2502.07957
/// drew them. The first rule whose text the name contains, or starts with, wins. Sizes of datasets
/// stand in `families.json` with their sources.
///
/// A user may have rules of one's own in a file: `{"ignoreCase": true, "separators"?: "-. ",
/// "architectures": [{"contains" or "startsWith": …, "family": …}], "datasets": […],
/// "activations"?: […], "sizes"?: [{"contains": …, "pairs": …}]}`. Where it names no sizes,
/// Plumbline's hold.
public final class CatalogRules {
  private record Rule(String text, boolean atStart, String family) {
    private boolean fits(String name) {
      return atStart ? name.startsWith(text) : name.contains(text);
    }
  }

  /// Number of image-text pairs of the datasets whose names contain a text.
  private record Size(String text, long pairs) {}

  private static final Set<String> MEMBERS =
      new TreeSet<>(
          List.of(
              "source",
              "comment",
              "ignoreCase",
              "separators",
              "architectures",
              "datasets",
              "activations",
              "sizes"));

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
    activations = tree.find("activations").map(CatalogRules::rules).orElse(List.of());
    separators = tree.find("separators").map(JsonTree::text).orElse("");
    sizes =
        tree.find("sizes").map(JsonTree::items).orElse(List.of()).stream()
            .map(size -> new Size(size.get("contains").text(), pairs(size.get("pairs"))))
            .toList();
  }

  private static long pairs(JsonTree tree) {
    if (tree.number() < 1) {
      throw tree.error("must be a number of pairs above 0.");
    }
    return (long) tree.number();
  }

  /// Reads a user's rules.
  ///
  /// @throws PlumblineException if the file is missing or is no such JSON, naming the place
  public static CatalogRules read(Path file) {
    JsonTree tree = JsonTree.read(file);
    for (String name : tree.names()) {
      if (!MEMBERS.contains(name)) {
        throw tree.get(name)
            .error("is not known here; there are " + String.join(", ", MEMBERS) + ".");
      }
    }
    return new CatalogRules(tree);
  }

  /// The entry with the families and the size of the dataset that these rules propose; what no rule
  /// knows stays as it was. The architecture's family follows from the architecture, else from the
  /// id; those of the dataset from the dataset, else from the id.
  public CatalogEntry propose(CatalogEntry entry) {
    String id = entry.id().value();
    String architecture = entry.architecture().orElse(id);
    String dataset = entry.pretrainingDataset().orElse(id);
    CatalogRules sized = sizes.isEmpty() ? bundled() : this;
    OptionalLong size = sized.datasetSize(dataset);
    size = size.isPresent() ? size : sized.datasetSize(id);
    return new CatalogEntry(
        entry.id(),
        entry.name(),
        entry.architecture(),
        architectureFamily(architecture)
            .or(() -> architectureFamily(id))
            .or(entry::architectureFamily),
        entry.pretrainingDataset(),
        datasetFamily(dataset).or(() -> datasetFamily(id)).or(entry::datasetFamily),
        size.isPresent() ? size : entry.datasetSize(),
        entry.parameters(),
        entry.activation(),
        true);
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
    return new CatalogRules(JsonTree.parse(resource(name), text(name)));
  }

  private static String resource(String name) {
    return "assets/catalog/" + name + ".json";
  }

  /// The JSON of rules that come along, to be copied and edited.
  static String text(String name) {
    String resource = resource(name);
    try (InputStream in = CatalogRules.class.getClassLoader().getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
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
