package dev.plumbline.ui.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Earlier states of something immutable, newest first, each with the name of the step that left
/// it.
///
/// @param <T> the immutable state
public final class UndoStack<T> {
  private static final int DEPTH = 100;

  private final Deque<Step<T>> steps = new ArrayDeque<>();
  private final ReadOnlyObjectWrapper<Optional<Step<T>>> newest =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// A step that can be undone.
  ///
  /// @param name what was done, in the user's language
  /// @param before state before it
  public record Step<T>(String name, T before) {}

  /// Remembers the state before a step.
  public void push(String name, T before) {
    steps.push(new Step<>(name, before));
    if (steps.size() > DEPTH) {
      steps.removeLast();
    }
    update();
  }

  /// Takes the newest step off, if there is one.
  public Optional<Step<T>> pop() {
    Optional<Step<T>> step = Optional.ofNullable(steps.poll());
    update();
    return step;
  }

  /// Forgets all steps.
  public void clear() {
    steps.clear();
    update();
  }

  /// The step that [#pop()] would take.
  public ReadOnlyObjectProperty<Optional<Step<T>>> newestProperty() {
    return newest.getReadOnlyProperty();
  }

  private void update() {
    newest.set(Optional.ofNullable(steps.peek()));
  }
}
