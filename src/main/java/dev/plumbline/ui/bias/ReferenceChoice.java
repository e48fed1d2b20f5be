package dev.plumbline.ui.bias;

import dev.plumbline.report.ReferenceEffect.Attributes;
import java.util.Optional;

/// Which published figures stand behind the user's models.
public enum ReferenceChoice {
  NONE(Optional.empty()),
  NORMS(Optional.of(Attributes.NORMS)),
  ORIGINAL(Optional.of(Attributes.ORIGINAL));

  private final Optional<Attributes> attributes;

  ReferenceChoice(Optional<Attributes> attributes) {
    this.attributes = attributes;
  }

  Optional<Attributes> attributes() {
    return attributes;
  }
}
