package planted.core;

import planted.ui.PlantedWindow;

/// Breach on purpose: the lowest package knows the window.
public final class ImportsTheWindow {
  /// The forbidden dependency.
  public PlantedWindow window() {
    return new PlantedWindow();
  }
}
