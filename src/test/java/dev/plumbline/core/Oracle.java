package dev.plumbline.core;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Finds the folder of independently computed numbers that tests compare with.
public final class Oracle {
  private Oracle() {}

  /// The file or folder `name` of the oracle; skips the calling test where the oracle is missing.
  public static Path path(String name) {
    Path root = Path.of(System.getProperty("plumbline.oracle", "../shared/oracle"));
    Path path = root.resolve(name);
    Assumptions.assumeTrue(
        Files.exists(path),
        () -> "Skipped: oracle " + name + " is not at " + root + " (set plumbline.oracle).");
    return path;
  }
}
