package dev.plumbline.app;

/// Starts the window, or the command named by the arguments.
public final class Launcher {
  private Launcher() {}

  /// Entry point of the jar.
  ///
  /// @param arguments a command and its arguments, or none for the window
  public static void main(String[] arguments) {
    System.exit(0);
  }
}
