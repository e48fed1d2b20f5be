package dev.plumbline.core;

import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;

/// A flag by which one thread asks a computation on other threads to stop.
///
/// Computations call [#check()] in their loops; owners of blocking native calls register an action
/// with [#onCancel(Runnable)] that interrupts the call.
public final class Cancellation {
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
