package dev.plumbline.stimulus;

/// Something about a battery that its author should know.
///
/// @param path JSON path of the place, such as `$.tests[3].y`
/// @param sentence one sentence that starts with a lower-case letter
/// @param severity whether the battery can be run all the same
public record BatteryFinding(String path, String sentence, Severity severity) {
  /// How bad it is.
  public enum Severity {
    /// The battery cannot be run.
    ERROR,
    /// It can, but its results need care.
    WARNING
  }

  static BatteryFinding error(String path, String sentence) {
    return new BatteryFinding(path, sentence, Severity.ERROR);
  }

  /// A finding that leaves the battery runnable.
  public static BatteryFinding warning(String path, String sentence) {
    return new BatteryFinding(path, sentence, Severity.WARNING);
  }

  /// Whether the battery cannot be run.
  public boolean isError() {
    return severity == Severity.ERROR;
  }
}
