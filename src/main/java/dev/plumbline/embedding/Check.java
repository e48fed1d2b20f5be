package dev.plumbline.embedding;

import java.util.List;
import java.util.Locale;

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

  public Check {
    values = List.copyOf(values);
  }

  /// What was looked at, a short phrase in English.
  public String name() {
    return CheckTexts.text("name." + id);
  }

  /// How it came out, one sentence in English.
  public String detail() {
    return CheckTexts.sentence(sentence, values);
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

  /// A warning that a model did not run as it was asked to.
  public static Check noted(String id, DeviceNote note) {
    return warn(id, note.kind().sentence(), note.values().toArray());
  }

  /// A check that failed for a known reason.
  public static Check failed(String id, Complaint complaint) {
    return new Check(id, Status.FAIL, complaint.sentence(), complaint.values());
  }
}
