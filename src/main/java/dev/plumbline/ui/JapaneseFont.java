package dev.plumbline.ui;

import dev.plumbline.report.Typeface;
import java.util.Locale;
import java.util.Optional;

/// Which installed font writes Japanese; Plumbline brings no font of its own.
final class JapaneseFont {
  private static final String SAMPLE = "判定基準データの";

  private JapaneseFont() {}

  /// Whether the language is Japanese and no installed font has its characters. May take a moment.
  static boolean missing(Locale locale) {
    return japanese(locale) && !Typeface.available(SAMPLE);
  }

  /// Family to write that language in, the same as in charts; empty for the system's own. May take
  /// a moment.
  static Optional<String> family(Locale locale) {
    return japanese(locale) && Typeface.available(SAMPLE)
        ? Optional.of(Typeface.displaying(SAMPLE).family())
        : Optional.empty();
  }

  private static boolean japanese(Locale locale) {
    return locale.getLanguage().equals(Locale.JAPANESE.getLanguage());
  }
}
