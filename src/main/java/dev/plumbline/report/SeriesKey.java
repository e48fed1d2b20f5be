package dev.plumbline.report;

/// Key of a series or category in a chart's dataset: unique by position, written by its name.
///
/// @param index position
/// @param name text on the axis or in the legend
/// @param subject what it stands for
record SeriesKey(int index, String name, Subject subject) implements Comparable<SeriesKey> {
  @Override
  public int compareTo(SeriesKey other) {
    return Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    return name;
  }
}
