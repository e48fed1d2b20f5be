package dev.plumbline.embedding;

import java.util.Arrays;
import java.util.List;

/// Why a model cannot be used: a sentence of `assets/i18n/checks`, which the window has in its own
/// language.
///
/// @param sentence key of the sentence
/// @param values what it mentions
public record Complaint(String sentence, List<Object> values) {
  public Complaint {
    values = List.copyOf(values);
  }

  static Complaint of(String sentence, Object... values) {
    return new Complaint(sentence, Arrays.stream(values).<Object>map(Complaint::plain).toList());
  }

  /// Numbers stay numbers, which each language groups in its own way.
  private static Object plain(Object value) {
    return value instanceof Number ? value : String.valueOf(value);
  }

  /// What an error says: its complaint if it has one, else its sentence as it is.
  public static Complaint of(RuntimeException e) {
    return e instanceof ModelException known ? known.complaint() : of("said", e.getMessage());
  }

  /// The sentence in English.
  public String text() {
    return CheckTexts.sentence(sentence, values);
  }
}
