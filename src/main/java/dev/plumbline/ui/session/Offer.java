package dev.plumbline.ui.session;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ObservableList;

/// Keeps a list of choices and the choice made up to date.
public final class Offer {
  private Offer() {}

  /// Offers `now`; what was chosen stays chosen if it is still offered, else `usual` is chosen.
  ///
  /// @param usual null for no choice
  public static <T> void update(
      ObservableList<T> offered, List<T> now, ObjectProperty<T> chosen, T usual) {
    T kept = chosen.get();
    if (!offered.equals(now)) {
      offered.setAll(now);
    }
    T next = kept != null && offered.contains(kept) ? kept : usual;
    if (next != chosen.get()) {
      chosen.set(next);
    }
  }
}
