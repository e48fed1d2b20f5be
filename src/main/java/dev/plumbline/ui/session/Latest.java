package dev.plumbline.ui.session;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/// Computes something in the background, again and again; only the newest answer is delivered.
///
/// @param <T> the answer
public final class Latest<T> {
  private final Executor background;
  private final Executor screen;
  private final AtomicLong newest = new AtomicLong();

  /// Computes on `background` and delivers on `screen`.
  public Latest(Executor background, Executor screen) {
    this.background = background;
    this.screen = screen;
  }

  /// Asks for a new answer; an older question that is still open is dropped.
  ///
  /// @param work runs in the background, or not at all if a newer one comes first
  /// @param done takes the answer on screen
  /// @param failed takes the failure on screen
  public void request(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
    long ticket = newest.incrementAndGet();
    background.execute(
        () -> {
          if (newest.get() != ticket) {
            return;
          }
          try {
            T answer = work.call();
            deliver(ticket, () -> done.accept(answer));
          } catch (CancellationException e) {
            // dropped like an outdated question
          } catch (Exception e) {
            deliver(ticket, () -> failed.accept(e));
          }
        });
  }

  /// Drops the open question.
  public void drop() {
    newest.incrementAndGet();
  }

  private void deliver(long ticket, Runnable delivery) {
    screen.execute(
        () -> {
          if (newest.get() == ticket) {
            delivery.run();
          }
        });
  }
}
