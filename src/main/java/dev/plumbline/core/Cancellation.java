package dev.plumbline.core;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A flag by which one thread asks a computation on other threads to stop.
///
/// Computations call [#check()] in their loops; owners of blocking native calls register an action
/// with [#onCancel(Runnable)] that interrupts the call.
public final class Cancellation {
  private static final long LOOK_MILLIS = 100;

  private final Set<Registration> actions = ConcurrentHashMap.newKeySet();
  private volatile boolean cancelled;

  /// Asks the computation to stop and runs the registered actions once.
  public void cancel() {
    cancelled = true;
    for (Registration registration : actions) {
      registration.run();
    }
  }

  /// Whether [#cancel()] was called.
  public boolean cancelled() {
    return cancelled;
  }

  /// Returns normally unless cancelled.
  ///
  /// @throws CancellationException if [#cancel()] was called
  public void check() {
    if (cancelled) {
      throw new CancellationException("Cancelled.");
    }
  }

  /// Waits for a task of another thread, though not for one that goes on after the cancellation.
  ///
  /// @return its result
  /// @throws CancellationException if cancelled or interrupted meanwhile
  /// @throws RuntimeException or an error, if the task ended with it
  public <T> T await(Future<T> task) {
    while (true) {
      check();
      try {
        return task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        continue;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("Interrupted.");
      } catch (ExecutionException e) {
        throw unchecked(e.getCause());
      }
    }
  }

  private static RuntimeException unchecked(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException exception
        ? exception
        : new IllegalStateException("A task failed", cause);
  }

  /// Registers an action to be run on cancellation, at once if that has already happened.
  ///
  /// @return closing it removes the action
  public Registration onCancel(Runnable action) {
    Registration registration = new Registration(action);
    actions.add(registration);
    if (cancelled) {
      registration.run();
    }
    return registration;
  }

  /// A registered action; closing removes it.
  public final class Registration implements AutoCloseable {
    private final Runnable action;

    private Registration(Runnable action) {
      this.action = action;
    }

    private void run() {
      if (actions.remove(this)) {
        action.run();
      }
    }

    @Override
    public void close() {
      actions.remove(this);
    }
  }
}
