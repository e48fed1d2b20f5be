package dev.plumbline.manifest;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;

/// The query engine refused or failed.
public final class QueryException extends PlumblineException {
  private static final long serialVersionUID = 1L;

  private final String detail;

  private final boolean systemic;

  private QueryException(String sentence, String detail, boolean systemic, Throwable cause) {
    super(sentence, cause);
    this.detail = detail;
    this.systemic = systemic;
  }

  static QueryException of(SQLException cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String detail = message.lines().findFirst().orElse("").strip();
    boolean memory = message.startsWith("Out of Memory");
    String sentence =
        memory
            ? "The query engine ran out of memory or temporary disk space: allow it more memory,"
                + " or free some disk space."
            : "The query engine failed: " + detail;
    return new QueryException(sentence, detail, memory, cause);
  }

  /// A failure on a cluster. Its messages may be long; the first line says what matters. The
  /// client's own exception is not kept, since its messages may repeat the address with its
  /// credentials; another with the same trace stands for it.
  ///
  /// @param server whose credentials are left out of every message
  static QueryException ofCluster(Throwable failure, EngineAddress.Server server) {
    Throwable cause = bare(failure, server);
    String message = cause.getMessage();
    String detail =
        SparkPaths.plain(message.lines().findFirst().orElse("").strip())
            .replaceFirst("^org.sparkproject.io.grpc.StatusRuntimeException: ", "");
    if (detail.endsWith("http2 exception")) {
      detail += ": the connection is encrypted there, so add ;use_ssl=true to the address";
    }
    boolean file = detail.contains("FAILED_READ_FILE");
    return new QueryException("The cluster failed: " + detail, detail, !file, cause);
  }

  /// A server that takes connections and says nothing that can be understood: its client would try
  /// again for many minutes.
  static QueryException silentCluster(EngineAddress.Server server, long seconds) {
    String detail =
        "no answer of a Spark Connect server came within %d seconds; check the port, and whether the connection is encrypted there (;use_ssl=true) or not; a token for another host than localhost always needs encryption."
            .formatted(seconds);
    return new QueryException(
        "The cluster at " + server + " is silent: " + detail, detail, true, null);
  }

  private static Throwable bare(Throwable failure, EngineAddress.Server server) {
    Throwable cause = failure.getCause();
    String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    IllegalStateException bare =
        new IllegalStateException(
            server.withoutCredentials(message),
            cause == null || cause == failure ? null : bare(cause, server));
    bare.setStackTrace(failure.getStackTrace());
    return bare;
  }

  /// The failure to read a file before the engine gets to it.
  static QueryException unreadable(Path file, IOException cause) {
    String detail = "Cannot open file \"" + file + "\"";
    return new QueryException(
        file + " cannot be read: check that it exists.", detail, false, cause);
  }

  /// First line of the engine's own message.
  public String detail() {
    return detail;
  }

  /// Whether it is no fault of a file: memory or temporary disk space ran out, or a cluster failed
  /// in another way than by reading a file.
  public boolean systemic() {
    return systemic;
  }
}
