package dev.plumbline.app;

import java.util.Locale;

/// Whether a window can be shown here.
final class Display {
  private Display() {}

  /// True on macOS and Windows; elsewhere if a display is named by the environment, or JavaFX was
  /// told to do without one.
  static boolean available() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.startsWith("mac")
        || system.startsWith("win")
        || named("DISPLAY")
        || named("WAYLAND_DISPLAY")
        || "Headless".equals(System.getProperty("glass.platform"));
  }

  private static boolean named(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
