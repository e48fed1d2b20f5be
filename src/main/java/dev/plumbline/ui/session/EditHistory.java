package dev.plumbline.ui.session;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;

/// Steps of a draft that can be taken back and done again. Steps of the same kind in quick
/// succession, such as the letters of a word, are one.
///
/// @param <T> the immutable draft
public final class EditHistory<T> {
  private static final long ONE_STEP_NANOS = 1_500_000_000L;

  private final UndoStack<T> undo = new UndoStack<>();
  private final UndoStack<T> redo = new UndoStack<>();
  private String step = "";
  private long stepNanos;

  /// Notes a step.
  ///
  /// @param kind what kind of step it is
  /// @param before the draft before it
  public void edited(String kind, T before) {
    long now = System.nanoTime();
    if (!kind.equals(step) || now - stepNanos > ONE_STEP_NANOS) {
      undo.push(kind, before);
    }
    step = kind;
    stepNanos = now;
    redo.clear();
  }

  /// Takes the newest step back.
  ///
  /// @param now the draft now
  /// @return the draft before it, empty if there is no step
  public Optional<T> undo(T now) {
    return moved(undo, redo, now);
  }

  /// Does the step again that was taken back last.
  ///
  /// @param now the draft now
  /// @return the draft after it, empty if there is no step
  public Optional<T> redo(T now) {
    return moved(redo, undo, now);
  }

  private Optional<T> moved(UndoStack<T> from, UndoStack<T> to, T now) {
    step = "";
    Optional<UndoStack.Step<T>> newest = from.pop();
    newest.ifPresent(it -> to.push(it.name(), now));
    return newest.map(UndoStack.Step::before);
  }

  /// Forgets all steps.
  public void clear() {
    step = "";
    undo.clear();
    redo.clear();
  }

  /// The step that [#undo] would take back.
  public ReadOnlyObjectProperty<Optional<UndoStack.Step<T>>> undoProperty() {
    return undo.newestProperty();
  }

  /// The step that [#redo] would do again.
  public ReadOnlyObjectProperty<Optional<UndoStack.Step<T>>> redoProperty() {
    return redo.newestProperty();
  }
}
