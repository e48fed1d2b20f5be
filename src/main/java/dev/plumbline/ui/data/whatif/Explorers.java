package dev.plumbline.ui.data.whatif;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.ManifestSource;
import java.util.function.Consumer;

/// Holds the one manifest that is open for what-ifs; asking for another closes it.
final class Explorers implements AutoCloseable {
  private final Engines engines;
  private final Consumer<WhatIfExplorer> opened;
  private WhatIfExplorer current;

  /// @param opened hears of each manifest that was opened
  Explorers(Engines engines, Consumer<WhatIfExplorer> opened) {
    this.engines = engines;
    this.opened = opened;
  }

  /// The explorer of a manifest, opened if need be; for use in the background.
  synchronized WhatIfExplorer of(ManifestSource source) {
    if (current == null || !current.source().equals(source)) {
      close();
      current = WhatIfExplorer.open(source, engines, new Cancellation());
    }
    opened.accept(current);
    return current;
  }

  @Override
  public synchronized void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
