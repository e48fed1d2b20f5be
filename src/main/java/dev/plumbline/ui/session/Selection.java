package dev.plumbline.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What is picked out, in the order of picking; shared by all pages.
public final class Selection {
  private final ObservableList<Choice> choices = FXCollections.observableArrayList();
  private final ObservableList<Choice> readOnly = FXCollections.unmodifiableObservableList(choices);

  /// The choices, oldest first.
  public ObservableList<Choice> choices() {
    return readOnly;
  }

  /// Picks `choice` out, or lets go of it if it is picked out.
  public void toggle(Choice choice) {
    if (!choices.remove(choice)) {
      choices.add(choice);
    }
  }

  /// Picks out `choice` alone, or nothing if it was the only one.
  public void only(Choice choice) {
    List<Choice> wanted = choices.equals(List.of(choice)) ? List.of() : List.of(choice);
    choices.setAll(wanted);
  }

  /// Picks out `choice` alone among its kind, leaving other kinds as they are.
  public void onlyOfKind(Choice choice) {
    List<Choice> next = new ArrayList<>(choices);
    next.removeIf(other -> other.getClass() == choice.getClass());
    if (!choices.contains(choice)) {
      next.add(choice);
    }
    choices.setAll(next);
  }

  /// Lets go of one choice.
  public void remove(Choice choice) {
    choices.remove(choice);
  }

  /// Lets go of everything.
  public void clear() {
    choices.clear();
  }

  /// Lets go of what no longer exists.
  public void retain(Predicate<Choice> exists) {
    choices.removeIf(exists.negate());
  }
}
