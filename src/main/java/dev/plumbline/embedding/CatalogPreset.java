package dev.plumbline.embedding;

import java.util.Locale;

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

  /// Its rules.
  public CatalogRules rules() {
    return this == PAPER ? CatalogRules.paper() : CatalogRules.bundled();
  }

  /// Its rules as JSON, to be copied and edited.
  public String json() {
    return CatalogRules.text(this == PAPER ? "paper" : "families");
  }

  /// The entry as its rules propose it.
  public CatalogEntry propose(CatalogEntry entry) {
    return rules().propose(entry);
  }
}
