package dev.plumbline.cli;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Texts in a UTF-8 file, one a line; blank lines are texts too, and only a line feed (with or
/// without a carriage return before it) ends a line.
final class TextLines {
  private TextLines() {}

  /// The lines of a file, without a byte order mark.
  ///
  /// @throws PlumblineException if it cannot be read
  static List<String> read(Path file) {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
      List<String> lines = new ArrayList<>();
      for (String line : content.split("\n", -1)) {
        lines.add(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
      }
      if (lines.getLast().isEmpty()) {
        lines.removeLast();
      }
      return lines;
    } catch (NoSuchFileException e) {
      throw new PlumblineException("There is no file " + file + ".", e);
    } catch (CharacterCodingException e) {
      throw new PlumblineException(file + " is not UTF-8 text; save it as UTF-8.", e);
    } catch (IOException e) {
      throw new PlumblineException("Cannot read " + file + ".", e);
    }
  }
}
