package dev.plumbline.ui.session;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/// The threads of a window.
///
/// @param runs one long task after another: runs, exports
/// @param quick short questions: previews, checks, opening files
/// @param charts making of charts
/// @param counts counting of manifests, one after another
/// @param screen where properties that the screen shows are set
/// @param drawing where charts are put on screen, at most one a frame
public record Workers(
    Executor runs,
    Executor quick,
    Executor charts,
    Executor counts,
    Executor screen,
    Executor drawing) {

  /// Daemon threads in the background, and the given executors for the screen.
  public static Workers threads(Executor screen, Executor drawing) {
    return new Workers(
        pool(1, "run"), pool(2, "quick"), pool(1, "charts"), pool(1, "count"), screen, drawing);
  }

  /// Everything at once on the calling thread, for tests without a window.
  public static Workers direct() {
    return direct(Runnable::run);
  }

  /// As [#direct()], but counts are left to `counts`.
  public static Workers direct(Executor counts) {
    return new Workers(
        Runnable::run, Runnable::run, Runnable::run, counts, Runnable::run, Runnable::run);
  }

  /// The same threads for a queue of counts, which does not wait for runs.
  public Workers forCounts() {
    return new Workers(counts, quick, charts, counts, screen, drawing);
  }

  private static ExecutorService pool(int threads, String name) {
    ThreadFactory factory = Thread.ofPlatform().daemon().name(name + "-", 1).factory();
    return Executors.newFixedThreadPool(threads, factory);
  }
}
