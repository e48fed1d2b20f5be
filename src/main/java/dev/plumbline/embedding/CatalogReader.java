package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.ModelId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads a bundle's catalogue entry, or proposes one from its names.
final class CatalogReader {
  private static final List<String> FACTS =
      List.of("id", "name", "architecture", "pretrainingDataset", "datasetFamily", "datasetSize");

  private final CatalogRules rules;

  CatalogReader(CatalogRules rules) {
    this.rules = rules;
  }

  /// The entry of a bundle; what `plumbline.json` leaves open is proposed.
  ///
  /// @param counted parameters counted from the graph
  /// @param activation activation found in configuration or graph
  CatalogEntry read(Path folder, long counted, Optional<String> activation) {
    Path file = folder.resolve(CatalogEntry.FILE);
    String folderName = folder.toAbsolutePath().normalize().getFileName().toString();
    CatalogEntry proposal = proposal(folderName, counted, activation);
    return Files.isRegularFile(file) ? entry(JsonTree.read(file), proposal) : proposal;
  }

  /// The entry of a folder of vectors: `plumbline.json` before what the declaration says.
  CatalogEntry read(Path folder, JsonTree declaration) {
    Path file = folder.resolve(CatalogEntry.FILE);
    String folderName = folder.toAbsolutePath().normalize().getFileName().toString();
    CatalogEntry named = proposal(folderName, 0, Optional.empty()).withoutParameters();
    CatalogEntry declared = entry(declaration, named);
    return Files.isRegularFile(file) ? entry(JsonTree.read(file), declared) : declared;
  }

  private CatalogEntry proposal(String folder, long counted, Optional<String> activation) {
    String[] parts = folder.split("__", 2);
    String architecture = parts[0];
    Optional<String> dataset = parts.length > 1 ? Optional.of(parts[1]) : Optional.empty();
    return new CatalogEntry(
        new ModelId(folder),
        folder,
        Optional.of(architecture),
        rules.architectureFamily(architecture),
        dataset,
        rules.datasetFamily(dataset.orElse(folder)),
        rules.datasetSize(dataset.orElse(folder)),
        OptionalLong.of(counted),
        activation,
        true);
  }

  private static CatalogEntry entry(JsonTree tree, CatalogEntry proposal) {
    ModelId id = tree.find("id").map(t -> new ModelId(t.name())).orElse(proposal.id());
    return new CatalogEntry(
        id,
        tree.find("name").map(JsonTree::name).orElse(id.value()),
        text(tree, "architecture").or(proposal::architecture),
        text(tree, "architectureFamily").or(proposal::architectureFamily),
        text(tree, "pretrainingDataset").or(proposal::pretrainingDataset),
        text(tree, "datasetFamily").or(proposal::datasetFamily),
        count(tree, "datasetSize", proposal.datasetSize()),
        count(tree, "parameters", proposal.parameters()),
        text(tree, "activation").or(proposal::activation),
        FACTS.stream().allMatch(fact -> tree.find(fact).isEmpty()));
  }

  private static Optional<String> text(JsonTree tree, String name) {
    return tree.find(name).map(JsonTree::text).filter(text -> !text.isBlank());
  }

  private static OptionalLong count(JsonTree tree, String name, OptionalLong fallback) {
    Optional<JsonTree> found = tree.find(name);
    if (found.isEmpty()) {
      return fallback;
    }
    double value = found.get().number();
    if (value < 0) {
      throw found.get().error("must not be negative.");
    }
    return OptionalLong.of(Math.round(value));
  }
}
