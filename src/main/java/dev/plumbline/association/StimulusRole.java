package dev.plumbline.association;

/// The part a stimulus plays in a test.
public enum StimulusRole {
  /// First target.
  X,
  /// Second target.
  Y,
  /// First attribute.
  A,
  /// Second attribute.
  B;

  /// Whether it is a target, else an attribute.
  public boolean target() {
    return this == X || this == Y;
  }
}
