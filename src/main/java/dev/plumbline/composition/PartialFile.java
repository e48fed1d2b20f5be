package dev.plumbline.composition;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// A file that appears under its name when it is complete; until then `.part` stands at the end of
/// its name.
///
/// @param file the file
/// @param path where it is written
record PartialFile(Path file, Path path) implements AutoCloseable {
  /// Begins a file; its folder is made if need be.
  ///
  /// @throws PlumblineException if there can be no such folder
  static PartialFile of(Path file) {
    Path whole = file.toAbsolutePath();
    try {
      Files.createDirectories(whole.getParent());
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
    return new PartialFile(file, whole.resolveSibling(whole.getFileName() + ".part"));
  }

  /// Gives the file its name.
  ///
  /// @throws PlumblineException if it cannot be moved there
  void complete() {
    try {
      Files.move(path, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw cannotWrite(file, e);
    }
  }

  /// Removes what is there of an incomplete file.
  @Override
  public void close() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException _) {
      // The folder is gone or read-only: nothing is left to tidy up.
    }
  }

  /// The sentence for a file that cannot be written.
  static PlumblineException cannotWrite(Path file, IOException cause) {
    return new PlumblineException(
        "Cannot write " + file + ": check that its folder is writable.", cause);
  }
}
