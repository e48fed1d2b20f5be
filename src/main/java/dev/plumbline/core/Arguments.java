package dev.plumbline.core;

/// Checks of method arguments; a failed check is a programming error, not bad input of a user.
public final class Arguments {
  private Arguments() {}

  /// Returns `value` if it holds a character that is not white space.
  ///
  /// @throws IllegalArgumentException if it is null or blank
  public static String notBlank(String value, String name) {
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return value;
  }

  /// Throws if `condition` does not hold.
  ///
  /// @throws IllegalArgumentException with `message`
  public static void check(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
