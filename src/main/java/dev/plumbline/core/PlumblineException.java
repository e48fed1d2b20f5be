package dev.plumbline.core;

/// Bad input or an unusable environment, told to the user in one sentence.
///
/// The message says what is wrong, where (file, row, column) and what to do. The command line
/// prints it and ends with exit code 2; the window shows it on a card. The cause goes to the log
/// only.
public class PlumblineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// Creates an exception from a complete sentence.
  public PlumblineException(String sentence) {
    super(sentence);
  }

  /// Creates an exception from a complete sentence and the technical cause.
  public PlumblineException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
