package dev.plumbline.cli;

/// How a command ended, as the shell sees it.
public final class ExitCode {
  /// Done.
  public static final int DONE = 0;

  /// Something that is Plumbline's fault.
  public static final int UNEXPECTED = 1;

  /// Bad input; one sentence says which.
  public static final int BAD_INPUT = 2;

  /// Cancelled by the user.
  public static final int CANCELLED = 130;

  private ExitCode() {}
}
