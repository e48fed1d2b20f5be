package dev.plumbline.relation;

/// What the cells of a relation are told apart by.
public enum Grouping {
  /// Category of the tests.
  CATEGORY("category"),
  /// Order of the tests.
  ORDER("order");

  private final String label;

  Grouping(String label) {
    this.label = label;
  }

  /// The name used on the command line.
  public String label() {
    return label;
  }
}
