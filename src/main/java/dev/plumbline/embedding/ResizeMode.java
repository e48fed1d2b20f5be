package dev.plumbline.embedding;

import java.util.Locale;

/// How a picture of any shape comes to the size a model wants.
public enum ResizeMode {
  /// The shorter edge is brought to size, the middle is cut out.
  SHORTEST,
  /// Both edges are brought to size, the shape is lost.
  SQUASH,
  /// The longer edge is brought to size, the rest is filled up.
  LONGEST;

  /// Name in lower case, as in `preprocess_cfg`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
