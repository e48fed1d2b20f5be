package dev.plumbline.cli;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Text files that commands write.
final class TextFiles {
  private TextFiles() {}

  /// Writes UTF-8, with the folders above it.
  ///
  /// @throws PlumblineException if it cannot be written
  static void write(Path file, String text) {
    try {
      Path whole = file.toAbsolutePath();
      Files.createDirectories(whole.getParent());
      Files.writeString(whole, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + file + ": check that its folder is writable.", e);
    }
  }
}
