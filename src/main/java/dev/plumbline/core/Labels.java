package dev.plumbline.core;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A text in one or more languages, as JSON files of batteries and lexicons carry it: `{"en":
/// "flowers", "ja": "花"}`.
///
/// @param texts ISO 639 language code to text, at least one
public record Labels(Map<String, String> texts) {
  public Labels {
    Arguments.check(!texts.isEmpty(), "a label needs at least one language");
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
  }

  /// A label that is the same in every language.
  public static Labels of(String text) {
    return new Labels(Map.of("en", text));
  }

  /// The text for the locale's language, else English, else any.
  public String in(Locale locale) {
    String text = texts.get(locale.getLanguage());
    if (text == null) {
      text = texts.get("en");
    }
    return text == null ? new TreeMap<>(texts).firstEntry().getValue() : text;
  }
}
