package dev.plumbline.stimulus;

import java.util.Locale;

/// What people were asked about words and images of a norms table.
public enum NormsDimension {
  /// Unpleasant to pleasant.
  VALENCE,
  /// Calm to excited.
  AROUSAL,
  /// Weak to powerful.
  DOMINANCE;

  /// The name in files.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
