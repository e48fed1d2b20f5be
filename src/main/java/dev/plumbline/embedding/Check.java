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

/// One thing looked at before a model is trusted.
///
/// @param id what was looked at, such as `image-projection`
/// @param status how it came out
/// @param sentence which sentence of `assets/i18n/checks` says so
/// @param values what the sentence mentions
public record Check(String id, Status status, String sentence, List<Object> values) {
  /// How a check came out.
  public enum Status {
    /// As it should be.
    PASS,
    /// Usable, but look at it.
    WARN,
    /// Its embeddings would be wrong, or there would be none.
    FAIL;

    /// Name in lower case.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// The sentences, read once.
  private static final class English {
    private static final Properties TEXTS = read();

    private static Properties read() {
      Properties texts = new Properties();
      try (InputStream in = Check.class.getResourceAsStream("/assets/i18n/checks.properties")) {
        texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        return texts;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static String text(String key) {
      return Objects.requireNonNull(TEXTS.getProperty(key), key);
    }
  }

  public Check {
    values = List.copyOf(values);
  }

  /// What was looked at, a short phrase in English.
  public String name() {
    return English.text("name." + id);
  }

  /// How it came out, one sentence in English.
  public String detail() {
    return new MessageFormat(English.text(sentence), Locale.ENGLISH).format(values.toArray());
  }

  static Check pass(String id, String sentence, Object... values) {
    return new Check(id, Status.PASS, sentence, List.of(values));
  }

  static Check warn(String id, String sentence, Object... values) {
    return new Check(id, Status.WARN, sentence, List.of(values));
  }

  static Check fail(String id, String sentence, Object... values) {
    return new Check(id, Status.FAIL, sentence, List.of(values));
  }

  /// A check that failed for a reason already put into words.
  public static Check failed(String id, String reason) {
    return fail(id, "said", reason);
  }
}
