package dev.plumbline.ui;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.Locale;

/// Whether this system can write Japanese; Plumbline brings no font of its own.
public final class JapaneseFont {
  private static final String SAMPLE = "判定基準データの";

  private JapaneseFont() {}

  /// Whether the language is Japanese and no installed font has its characters.
  public static boolean missing(Locale locale) {
    return locale.getLanguage().equals(Locale.JAPANESE.getLanguage()) && !installed();
  }

  private static boolean installed() {
    for (Font font : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
      if (font.canDisplayUpTo(SAMPLE) < 0) {
        return true;
      }
    }
    return false;
  }
}
