package dev.plumbline.manifest;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/// The query engine refused or failed.
public final class QueryException extends PlumblineException {
  private static final long serialVersionUID = 1L;

  private final String detail;

  private QueryException(String sentence, String detail, Exception cause) {
    super(sentence, cause);
    this.detail = detail;
  }

  static QueryException of(SQLException cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String detail = message.lines().findFirst().orElse("").strip();
    String sentence =
        message.startsWith("Out of Memory")
            ? "The query engine ran out of memory or temporary disk space: allow it more memory,"
                + " or free some disk space."
            : "The query engine failed: " + detail;
    return new QueryException(sentence, detail, cause);
  }

  /// The failure to read a file before the engine gets to it.
  static QueryException unreadable(Path file, IOException cause) {
    String detail = "Cannot open file \"" + file + "\"";
    return new QueryException(file + " cannot be read: check that it exists.", detail, cause);
  }

  /// First line of the engine's own message.
  public String detail() {
    return detail;
  }

  /// Whether memory or temporary disk space ran out, which is no fault of a file.
  public boolean outOfMemory() {
    return detail.startsWith("Out of Memory");
  }
}
