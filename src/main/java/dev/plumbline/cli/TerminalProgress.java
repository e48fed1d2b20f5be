package dev.plumbline.cli;

import dev.plumbline.core.Progress;
import java.io.PrintStream;

/// One line on standard error that is written over again; nothing where no person watches.
final class TerminalProgress implements Progress, AutoCloseable {
  private static final long PAUSE_NANOS = 100_000_000L;
  private static final int WIDTH = 78;

  private final PrintStream err;
  private final boolean interactive;
  private long last = System.nanoTime() - PAUSE_NANOS;
  private boolean shown;

  TerminalProgress(Terminal terminal) {
    this.err = terminal.err();
    this.interactive = terminal.interactive();
  }

  @Override
  public synchronized void update(String stage, long done, long total) {
    long now = System.nanoTime();
    if (!interactive || now - last < PAUSE_NANOS) {
      return;
    }
    last = now;
    shown = true;
    String amount = total > 0 ? done + " of " + total : Long.toString(done);
    String line = stage + ": " + amount;
    err.print("\r" + pad(line.substring(0, Math.min(line.length(), WIDTH))));
    err.flush();
  }

  private static String pad(String text) {
    return text + " ".repeat(WIDTH - text.length());
  }

  /// Clears the line.
  @Override
  public synchronized void close() {
    if (shown) {
      err.print("\r" + " ".repeat(WIDTH) + "\r");
      err.flush();
      shown = false;
    }
  }
}
