package dev.plumbline.ui.part;

import javafx.scene.Parent;

/// A page of the window in one language.
public interface Page {
  /// What it shows.
  Parent node();

  /// Stops listening; the page is not used again.
  void dispose();
}
