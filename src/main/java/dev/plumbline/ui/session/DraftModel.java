package dev.plumbline.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Something named that is edited as a draft: begun with the study's own, with one that comes along
/// or with a file, changed in steps that can be taken back and done again.
///
/// @param <T> the immutable draft
public abstract class DraftModel<T> {
  private final ReadOnlyObjectWrapper<T> draft;
  private final EditHistory<T> history = new EditHistory<>();

  /// A draft that was not edited yet.
  protected DraftModel(T first) {
    draft = new ReadOnlyObjectWrapper<>(first);
  }

  /// Names of those that come along.
  public abstract List<String> bundled();

  /// Begins with the study's own.
  public abstract void begin();

  /// Begins with one that comes along.
  ///
  /// @param name one of [#bundled()]
  public abstract void choose(String name);

  /// Begins with a file of the user's.
  public abstract void open(Path file);

  /// Name of the draft.
  public abstract String id();

  /// Gives the draft another name.
  public abstract void rename(String name);

  /// Shows a state of the draft, and sets it by [#setDraft] on the way.
  protected abstract void show(T state);

  /// Told of each step before it is shown.
  protected void edited(T before, T after) {}

  /// Begins with `state`; steps before it are forgotten.
  protected final void beginWith(T state) {
    history.clear();
    show(state);
  }

  /// Makes `state` the draft.
  protected final void setDraft(T state) {
    draft.set(state);
  }

  /// Changes the draft. Changes of the same kind in quick succession, such as the letters of a
  /// word, are undone together.
  public final void edit(String kind, UnaryOperator<T> change) {
    T before = draft.get();
    T after = change.apply(before);
    if (!after.equals(before)) {
      history.edited(kind, before);
      edited(before, after);
      show(after);
    }
  }

  /// Takes the newest step back.
  public final void undo() {
    history.undo(draft.get()).ifPresent(this::show);
  }

  /// Does the step again that was taken back last.
  public final void redo() {
    history.redo(draft.get()).ifPresent(this::show);
  }

  /// The draft as it stands.
  public final T draft() {
    return draft.get();
  }

  /// The draft as it stands.
  public final ReadOnlyObjectProperty<T> draftProperty() {
    return draft.getReadOnlyProperty();
  }

  /// Steps that can be taken back and done again.
  public final EditHistory<T> history() {
    return history;
  }
}
