package dev.plumbline.stimulus;

import java.util.Arrays;
import java.util.Optional;

/// Which target a test's authors expect with attribute A.
public enum Expectation {
  /// X with A and Y with B: a positive d is the expected sign.
  X_WITH_A("x with a"),
  /// Y with A and X with B: a negative d is the expected sign.
  Y_WITH_A("y with a");

  private final String label;

  Expectation(String label) {
    this.label = label;
  }

  /// The name in files.
  public String label() {
    return label;
  }

  /// What is expected when X and Y are exchanged.
  public Expectation exchanged() {
    return this == X_WITH_A ? Y_WITH_A : X_WITH_A;
  }

  /// The expectation of that name in files.
  public static Optional<Expectation> named(String label) {
    return Arrays.stream(values()).filter(value -> value.label.equals(label)).findFirst();
  }
}
