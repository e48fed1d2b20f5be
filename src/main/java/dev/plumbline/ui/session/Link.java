package dev.plumbline.ui.session;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;

/// Something on another page that a reader is led to.
public sealed interface Link {
  /// One test of one model in one order, opened on the Bias page.
  record Test(ModelId model, TestId test, Order order) implements Link {}

  /// A manifest, on the Data page.
  record Manifest(DatasetId id) implements Link {}
}
