package dev.plumbline.core;

/// Identity of a manifest (a pretraining dataset) within a study: the name shown on screen and
/// written to result tables.
///
/// @param value non-blank name, unique in a study
public record DatasetId(String value) implements Comparable<DatasetId> {
  public DatasetId {
    Arguments.notBlank(value, "dataset id");
  }

  @Override
  public int compareTo(DatasetId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
