package dev.plumbline.embedding;

import java.util.List;
import java.util.Locale;

/// In what way a model did not run as it was asked to, and why.
///
/// @param kind what happened
/// @param values what the sentence mentions: the device and the reason, or numbers of stimuli
public record DeviceNote(Kind kind, List<String> values) {
  /// What can happen.
  public enum Kind {
    /// The device needs another build; the CPU was used.
    NOT_IN_BUILD,
    /// The device exists on another operating system only; the CPU was used.
    OTHER_SYSTEM,
    /// The device could not be started; the CPU was used.
    NOT_STARTED,
    /// The device's memory did not suffice for the batch asked for; smaller ones were used.
    MEMORY;

    /// Which sentence of `assets/i18n/checks` says so.
    public String sentence() {
      return "device-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public DeviceNote {
    values = List.copyOf(values);
  }

  static DeviceNote of(Kind kind, Object... values) {
    return new DeviceNote(kind, List.of(values).stream().map(String::valueOf).toList());
  }

  /// The note as one sentence in English.
  public String sentence() {
    return CheckTexts.sentence(kind.sentence(), values);
  }
}
