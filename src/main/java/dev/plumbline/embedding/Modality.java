package dev.plumbline.embedding;

import java.util.Locale;

/// The two kinds of stimuli a CLIP model embeds.
public enum Modality {
  IMAGE,
  TEXT;

  /// Name in lower case.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
