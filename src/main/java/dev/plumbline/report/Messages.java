package dev.plumbline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;

/// The words of one part of Plumbline in one language.
///
/// A bundle is `assets/i18n/<bundle>.properties` (English) and, for another language,
/// `<bundle>_<language>.properties`, both UTF-8. A text that the language lacks is shown in
/// English; a key that neither has is a programming error.
public final class Messages {
  private final String bundle;
  private final Locale locale;
  private final Properties texts;
  private final Sentences sentences;

  private Messages(String bundle, Locale locale, Properties texts, Sentences sentences) {
    this.bundle = bundle;
    this.locale = locale;
    this.texts = texts;
    this.sentences = sentences;
  }

  /// Loads a bundle from the classpath.
  ///
  /// @throws IllegalArgumentException if there is no such bundle
  public static Messages load(String bundle, Locale locale) {
    Properties english = new Properties();
    if (!read(bundle + ".properties", english)) {
      throw new IllegalArgumentException("There are no messages named " + bundle);
    }
    Properties texts = new Properties();
    texts.putAll(english);
    if (!locale.getLanguage().equals("en")) {
      read(bundle + "_" + locale.getLanguage() + ".properties", texts);
    }
    return new Messages(bundle, locale, texts, sentences(locale));
  }

  private static Sentences sentences(Locale locale) {
    Properties english = new Properties();
    Properties theirs = new Properties();
    if (!locale.getLanguage().equals("en")
        && read("sentences_" + locale.getLanguage() + ".properties", theirs)) {
      read("sentences.properties", english);
    }
    return new Sentences(english, theirs);
  }

  private static boolean read(String file, Properties into) {
    try (InputStream in = Messages.class.getResourceAsStream("/assets/i18n/" + file)) {
      if (in == null) {
        return false;
      }
      into.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The language the texts are wanted in.
  public Locale locale() {
    return locale;
  }

  /// Whether there is a text for the key.
  public boolean has(String key) {
    return texts.containsKey(key);
  }

  /// The text of a key with `{0}`, `{1}`, … replaced, as `MessageFormat` does.
  ///
  /// @throws IllegalArgumentException if there is no such text
  public String text(String key, Object... arguments) {
    String pattern = texts.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("No text " + key + " in messages " + bundle);
    }
    return new MessageFormat(pattern, locale).format(arguments);
  }

  /// A sentence that a result or an error carries in English, such as why a value is not defined,
  /// in the language of the texts; one that is not known in it stays English.
  public String sentence(String english) {
    return sentences.in(english);
  }
}
