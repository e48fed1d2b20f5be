package dev.plumbline.relation;

/// What counts as one point of a relation.
public enum Level {
  /// Every row of the results, as in the study arXiv 2502.07957; a model may count several times.
  ROW("row"),
  /// The mean of a model's rows in a cell.
  MODEL("model");

  private final String label;

  Level(String label) {
    this.label = label;
  }

  /// The name used on the command line and in JSON.
  public String label() {
    return label;
  }
}
