package dev.plumbline.association;

/// Which permutations count as at least as extreme as the observed one.
public enum Alternative {
  /// Statistic at least as large.
  GREATER("greater"),
  /// Absolute statistic at least as large.
  TWO_SIDED("two-sided");

  private final String label;

  Alternative(String label) {
    this.label = label;
  }

  /// The name used on the command line and in JSON.
  public String label() {
    return label;
  }
}
