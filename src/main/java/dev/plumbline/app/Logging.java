package dev.plumbline.app;

import dev.plumbline.study.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// Sends the log to a file in the user's cache folder and keeps libraries quiet on the terminal.
///
/// A configuration given by `java.util.logging.config.file` is left alone.
final class Logging {
  /// Held, since a logger that nobody holds forgets its level.
  private static final List<Logger> QUIET =
      List.of(
          Logger.getLogger("javafx"),
          Logger.getLogger("com.sun.javafx"),
          Logger.getLogger("ai.djl"),
          Logger.getLogger("org.apache.poi"));

  private Logging() {}

  /// Sets levels and handlers.
  static void configure() {
    if (System.getProperty("java.util.logging.config.file") != null) {
      return;
    }
    QUIET.forEach(logger -> logger.setLevel(Level.SEVERE));
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.addHandler(new LazyFile());
  }

  /// Opens its file only when there is something to write.
  private static final class LazyFile extends Handler {
    private static final int BYTES = 1 << 20;
    private static final int FILES = 2;

    private FileHandler file;
    private boolean broken;

    private LazyFile() {
      setLevel(Level.INFO);
    }

    @Override
    public synchronized void publish(LogRecord record) {
      if (!isLoggable(record) || broken) {
        return;
      }
      if (file == null) {
        open();
      }
      if (file != null) {
        file.publish(record);
      }
    }

    private void open() {
      try {
        Path folder = Files.createDirectories(UserFolders.cache());
        file =
            new FileHandler(folder.resolve("plumbline-%u-%g.log").toString(), BYTES, FILES, true);
        file.setFormatter(new SimpleFormatter());
      } catch (IOException _) {
        broken = true;
      }
    }

    @Override
    public synchronized void flush() {
      if (file != null) {
        file.flush();
      }
    }

    @Override
    public synchronized void close() {
      if (file != null) {
        file.close();
      }
    }
  }
}
