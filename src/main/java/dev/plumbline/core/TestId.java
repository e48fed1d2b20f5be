package dev.plumbline.core;

/// Identity of an embedding association test within a battery: the name shown on screen and written
/// to result tables.
///
/// @param value non-blank name, unique in a battery
public record TestId(String value) implements Comparable<TestId> {
  public TestId {
    Arguments.notBlank(value, "test id");
  }

  @Override
  public int compareTo(TestId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
