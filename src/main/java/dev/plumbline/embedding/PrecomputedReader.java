package dev.plumbline.embedding;

import dev.plumbline.core.JsonTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads a folder of precomputed vectors as a model without a graph. Of the vectors themselves
/// nothing is read yet.
final class PrecomputedReader {
  private static final Set<String> MEMBERS = Set.of("vectors", "ids");

  private final Path folder;

  private PrecomputedReader(Path folder) {
    this.folder = folder;
  }

  /// @param rules by which facts are proposed that the declaration leaves open
  static ModelBundle read(Path folder, CatalogRules rules) {
    Path file = folder.resolve(PrecomputedVectors.FILE);
    JsonTree root = JsonTree.read(file);
    JsonTree schema = root.get("schema");
    if (!schema.text().equals(PrecomputedVectors.SCHEMA)) {
      throw schema.error(
          "is \"" + schema.text() + "\", but must be \"" + PrecomputedVectors.SCHEMA + "\".");
    }
    PrecomputedReader reader = new PrecomputedReader(folder);
    PrecomputedVectors vectors =
        new PrecomputedVectors(
            file, root.find("texts").map(reader::list), root.find("images").map(reader::list));
    if (vectors.texts().isEmpty() && vectors.images().isEmpty()) {
      throw root.error("names neither \"texts\" nor \"images\".");
    }
    List<Check> checks = new ArrayList<>();
    vectors.images().ifPresent(list -> checks.add(named("image-vectors", list)));
    vectors.texts().ifPresent(list -> checks.add(named("text-vectors", list)));
    CatalogEntry entry = new CatalogReader(rules).read(folder, root);
    return new ModelBundle(
        folder,
        Layout.VECTORS,
        new LinkedHashMap<>(),
        Optional.empty(),
        Optional.empty(),
        ImagePreprocessing.clip(224, 224),
        Optional.empty(),
        Optional.empty(),
        TextConvention.TOKENIZER,
        0,
        OptionalInt.empty(),
        entry.parameters().orElse(0),
        entry,
        List.of(),
        checks,
        Optional.of(vectors));
  }

  private static Check named(String id, VectorList list) {
    return Check.pass(id, "vectors-named", list.file().getFileName().toString());
  }

  private VectorList list(JsonTree tree) {
    for (String name : tree.names()) {
      if (!MEMBERS.contains(name)) {
        throw tree.get(name).error("is not known here; there are \"vectors\" and \"ids\".");
      }
    }
    return new VectorList(file(tree.get("vectors")), tree.find("ids").map(this::file));
  }

  private Path file(JsonTree tree) {
    Path file = folder.resolve(tree.name()).normalize();
    if (!Files.isRegularFile(file)) {
      throw tree.error("there is no file " + file + ".");
    }
    return file;
  }
}
