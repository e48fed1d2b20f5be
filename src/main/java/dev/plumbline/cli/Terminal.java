package dev.plumbline.cli;

import dev.plumbline.core.Cancellation;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// Where a command writes, and how it is told to stop.
///
/// @param out results
/// @param err sentences and progress
/// @param interactive whether a person watches, so that progress makes sense
/// @param cancellation cancelled by Ctrl-C
/// @param pagePainter paints the window's pages, for `demo`
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean interactive,
    Cancellation cancellation,
    PagePainter pagePainter) {

  /// This process's own streams, in UTF-8.
  public static Terminal ofProcess(Cancellation cancellation, PagePainter pagePainter) {
    return new Terminal(
        stream(FileDescriptor.out),
        stream(FileDescriptor.err),
        System.console() != null && System.console().isTerminal(),
        cancellation,
        pagePainter);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
