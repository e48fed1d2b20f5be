package dev.plumbline.association;

/// How p is obtained.
public enum PMethod {
  /// By counting partitions, all of them or a sample: see [PermutationTest].
  PERMUTATION("permutation"),
  /// By a normal distribution with the mean and variance that the permutations have: an
  /// approximation, used only where it is asked for by this name.
  NORMAL("normal");

  private final String label;

  PMethod(String label) {
    this.label = label;
  }

  /// The name used on the command line and in JSON.
  public String label() {
    return label;
  }
}
