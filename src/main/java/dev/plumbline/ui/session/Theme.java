package dev.plumbline.ui.session;

/// Colours of the window and its charts.
public enum Theme {
  LIGHT,
  DARK;

  /// The other one.
  public Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }
}
