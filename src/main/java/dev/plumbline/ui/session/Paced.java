package dev.plumbline.ui.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Passes news on to the screen at a bearable pace: at once if there was none for a while, else
/// after the pause; of several that wait only the newest is shown.
///
/// @param <T> the news
final class Paced<T> {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Executor screen;
  private final long pauseNanos;
  private final LongSupplier nanos;
  private final Consumer<T> show;
  private final AtomicReference<T> waiting = new AtomicReference<>();
  private volatile long next = Long.MIN_VALUE;

  /// @param pauseMillis least time between two showings
  Paced(Executor screen, long pauseMillis, LongSupplier nanos, Consumer<T> show) {
    this.screen = screen;
    this.pauseNanos = pauseMillis * NANOS_PER_MILLI;
    this.nanos = nanos;
    this.show = show;
  }

  /// Tells of something new; called on any one thread.
  void tell(T news) {
    if (waiting.getAndSet(news) != null) {
      return;
    }
    long now = nanos.getAsLong();
    long wait = next == Long.MIN_VALUE ? 0 : next - now;
    next = Math.max(now, now + wait) + pauseNanos;
    Executor when =
        wait <= 0 ? screen : CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, screen);
    when.execute(() -> show.accept(waiting.getAndSet(null)));
  }
}
