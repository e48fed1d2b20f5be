package dev.plumbline.ui.session;

import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The preferences of this window, written to their file after each change.
public final class Remembered {
  private final PreferencesFile file;
  private final Executor background;
  private final ReadOnlyObjectWrapper<WindowPreferences> preferences;

  /// Preferences kept in `file`, which is read now and written on `background`.
  public Remembered(PreferencesFile file, Executor background) {
    this.file = file;
    this.background = background;
    this.preferences = new ReadOnlyObjectWrapper<>(file.read());
  }

  /// Changes the preferences.
  public void change(UnaryOperator<WindowPreferences> change) {
    WindowPreferences next = change.apply(preferences.get());
    if (!next.equals(preferences.get())) {
      preferences.set(next);
      background.execute(() -> file.write(next));
    }
  }

  /// Writes the preferences now, before the program ends.
  public void flush() {
    file.write(preferences.get());
  }

  /// The preferences.
  public ReadOnlyObjectProperty<WindowPreferences> preferencesProperty() {
    return preferences.getReadOnlyProperty();
  }

  /// The preferences, now.
  public WindowPreferences now() {
    return preferences.get();
  }
}
