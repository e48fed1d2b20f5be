package planted.ui;

import planted.core.ImportsTheWindow;

/// Second half of a cycle on purpose: core → ui → core.
public final class PlantedWindow {
  /// The way back.
  public Class<?> back() {
    return ImportsTheWindow.class;
  }
}
