package dev.plumbline.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/// The sentences of `assets/i18n/checks` in English, read once; the window has them in its own
/// language.
final class CheckTexts {
  private static final Properties TEXTS = read();

  private CheckTexts() {}

  private static Properties read() {
    Properties texts = new Properties();
    try (InputStream in = CheckTexts.class.getResourceAsStream("/assets/i18n/checks.properties")) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return texts;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The text of a key as it stands.
  static String text(String key) {
    return Objects.requireNonNull(TEXTS.getProperty(key), key);
  }

  /// The sentence of a key with its values filled in.
  static String sentence(String key, List<?> values) {
    return new MessageFormat(text(key), Locale.ENGLISH).format(values.toArray());
  }
}
