package dev.plumbline.embedding;

import java.util.Locale;
import java.util.Optional;

/// What an input of a CLIP graph is for.
enum InputRole {
  /// `[batch, 3, height, width]`, float.
  PIXELS,
  /// `[batch, tokens]`, integer.
  TOKENS,
  /// `[batch, tokens]`: 1 for tokens, 0 for padding.
  MASK,
  /// `[batch, tokens]`: segment numbers, all 0 here.
  TOKEN_TYPES,
  /// `[batch, tokens]`: 0, 1, 2, …
  POSITIONS;

  /// The role of an input by element type and rank, and among the integer ones by name; empty if it
  /// is none of these.
  static Optional<InputRole> of(GraphValue input) {
    if (input.type().isFloat() && input.mayHaveRank(4)) {
      return Optional.of(PIXELS);
    }
    boolean flags = input.type().isInteger() || input.type() == ElementType.BOOL;
    if (!flags || !input.mayHaveRank(2)) {
      return Optional.empty();
    }
    String name = input.name().toLowerCase(Locale.ROOT);
    if (name.contains("mask")) {
      return Optional.of(MASK);
    }
    if (!input.type().isInteger()) {
      return Optional.empty();
    }
    if (name.contains("type")) {
      return Optional.of(TOKEN_TYPES);
    }
    return Optional.of(name.contains("position") ? POSITIONS : TOKENS);
  }

  /// The modality it belongs to.
  Modality modality() {
    return this == PIXELS ? Modality.IMAGE : Modality.TEXT;
  }

  /// Whether it carries the stimulus itself.
  boolean isMain() {
    return this == PIXELS || this == TOKENS;
  }
}
