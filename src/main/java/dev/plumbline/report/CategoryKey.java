package dev.plumbline.report;

/// Key of a category in a chart's dataset: unique by position, written by its name.
///
/// @param index position
/// @param name text on the axis
record CategoryKey(int index, String name) implements Comparable<CategoryKey> {
  @Override
  public int compareTo(CategoryKey other) {
    return Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    return name;
  }
}
