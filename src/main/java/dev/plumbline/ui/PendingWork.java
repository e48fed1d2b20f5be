package dev.plumbline.ui;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.ui.session.Workers;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

/// Counts what threads still have to do, so that a picture is taken when all is drawn.
final class PendingWork {
  private static final long POLL_MILLIS = 20;
  private static final int QUIET_POLLS = 8;

  private final AtomicLong open = new AtomicLong();

  /// The same threads, counted but for those that count manifests: a picture of a page does not
  /// wait for them.
  Workers counting(Workers workers) {
    return new Workers(
        counted(workers.runs()),
        counted(workers.quick()),
        counted(workers.charts()),
        workers.counts(),
        counted(workers.screen()),
        counted(workers.drawing()));
  }

  /// Waits until nothing is open for a few frames.
  void await(long seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    int quiet = 0;
    while (quiet < QUIET_POLLS) {
      if (System.nanoTime() > end) {
        throw new PlumblineException("The charts were not ready within " + seconds + " s.");
      }
      quiet = open.get() == 0 ? quiet + 1 : 0;
      pause();
    }
  }

  private Executor counted(Executor executor) {
    return command -> {
      open.incrementAndGet();
      executor.execute(
          () -> {
            try {
              command.run();
            } finally {
              open.decrementAndGet();
            }
          });
    };
  }

  private static void pause() {
    try {
      Thread.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlumblineException("Waiting for the charts was interrupted.", e);
    }
  }
}
