package dev.plumbline.relation;

/// Kinds of correlation.
public enum CorrelationMethod {
  /// Product-moment correlation of the values.
  PEARSON("pearson"),
  /// Product-moment correlation of the average ranks.
  SPEARMAN("spearman");

  private final String label;

  CorrelationMethod(String label) {
    this.label = label;
  }

  /// The name used on the command line and in JSON.
  public String label() {
    return label;
  }
}
