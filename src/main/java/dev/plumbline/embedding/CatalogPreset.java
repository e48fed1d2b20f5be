package dev.plumbline.embedding;

import java.util.Locale;
import java.util.OptionalLong;

/// Rules by which facts of a model are proposed from its names.
public enum CatalogPreset {
  /// Plumbline's own: `commonpool_xl_laion_filtered` is a filtered CommonPool.
  PLUMBLINE,
  /// As arXiv 2502.07957 drew its families: the same dataset is filed under laion.
  PAPER;

  /// Name in lower case.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The entry with the families and the size of the dataset that these rules propose; what no rule
  /// knows stays as it was. The architecture's family follows from the architecture, else from the
  /// id; those of the dataset from the dataset, else from the id. Sizes are the same in both.
  public CatalogEntry propose(CatalogEntry entry) {
    CatalogRules rules = this == PAPER ? CatalogRules.paper() : CatalogRules.bundled();
    String architecture = entry.architecture().orElse(entry.id().value());
    String dataset = entry.pretrainingDataset().orElse(entry.id().value());
    String id = entry.id().value();
    OptionalLong size = CatalogRules.bundled().datasetSize(dataset);
    size = size.isPresent() ? size : CatalogRules.bundled().datasetSize(id);
    return new CatalogEntry(
        entry.id(),
        entry.name(),
        entry.architecture(),
        rules.architectureFamily(architecture).or(entry::architectureFamily),
        entry.pretrainingDataset(),
        rules.datasetFamily(dataset).or(() -> rules.datasetFamily(id)).or(entry::datasetFamily),
        size.isPresent() ? size : entry.datasetSize(),
        entry.parameters(),
        entry.activation(),
        true);
  }
}
