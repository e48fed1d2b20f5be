package dev.plumbline.core;

/// Identity of a model within a study: the name shown on screen and written to result tables.
///
/// @param value non-blank name, unique in a study
public record ModelId(String value) implements Comparable<ModelId> {
  public ModelId {
    Arguments.notBlank(value, "model id");
  }

  @Override
  public int compareTo(ModelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
