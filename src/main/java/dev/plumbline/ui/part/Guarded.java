package dev.plumbline.ui.part;

import dev.plumbline.core.PlumblineException;

/// Runs what a button does; a sentence for the user becomes a card.
public final class Guarded {
  private Guarded() {}

  /// Runs `action`.
  public static void run(Workbench bench, Runnable action) {
    try {
      action.run();
    } catch (PlumblineException e) {
      bench.session().notices().error(e.getMessage());
    }
  }
}
