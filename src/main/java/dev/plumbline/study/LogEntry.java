package dev.plumbline.study;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// One line of a study's log.
///
/// @param time when, to the millisecond
/// @param level how much it matters
/// @param text one sentence
public record LogEntry(Instant time, Level level, String text) {
  /// How much an entry matters.
  public enum Level {
    /// Something was done.
    INFO,
    /// Something was left out.
    WARNING,
    /// Something failed.
    ERROR
  }

  public LogEntry {
    time = time.truncatedTo(ChronoUnit.MILLIS);
  }

  /// An ordinary entry of now.
  public static LogEntry info(String text) {
    return new LogEntry(Instant.now(), Level.INFO, text);
  }

  /// An entry of now about something left out.
  public static LogEntry warning(String text) {
    return new LogEntry(Instant.now(), Level.WARNING, text);
  }

  /// An entry of now about something that failed.
  public static LogEntry error(String text) {
    return new LogEntry(Instant.now(), Level.ERROR, text);
  }
}
