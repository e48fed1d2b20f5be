package dev.plumbline.core;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files of text.
public final class TextFile {
  private TextFile() {}

  /// The whole text of a UTF-8 file, without a byte order mark.
  ///
  /// @throws PlumblineException if it cannot be read or is not UTF-8
  public static String read(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new PlumblineException(file + " is not UTF-8 text: save it as UTF-8.", e);
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + file + ": check that it exists.", e);
    }
  }
}
