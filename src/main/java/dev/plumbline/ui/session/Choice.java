package dev.plumbline.ui.session;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;

/// Something the user picked out: shown as a chip and highlighted on every chart.
public sealed interface Choice {
  /// A manifest and the models trained on it.
  record Dataset(DatasetId id) implements Choice {}

  /// A model and the manifest it was trained on.
  record Model(ModelId id) implements Choice {}

  /// A category of tests.
  record Category(String name) implements Choice {}
}
