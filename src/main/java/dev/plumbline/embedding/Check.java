package dev.plumbline.embedding;

import java.util.Locale;

/// One thing looked at before a model is trusted.
///
/// @param name what was looked at, a short phrase in English
/// @param status how it came out
/// @param detail one sentence
public record Check(String name, Status status, String detail) {
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

  /// A name for programs: the phrase with hyphens, such as `image-projection`.
  public String id() {
    return name.replace(' ', '-');
  }

  static Check pass(String name, String detail) {
    return new Check(name, Status.PASS, detail);
  }

  static Check warn(String name, String detail) {
    return new Check(name, Status.WARN, detail);
  }

  static Check fail(String name, String detail) {
    return new Check(name, Status.FAIL, detail);
  }
}
