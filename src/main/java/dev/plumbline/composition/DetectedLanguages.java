package dev.plumbline.composition;

import java.util.Optional;

/// The languages of a manifest that has no column for them.
///
/// @param estimate what was detected on a sample
/// @param reason why nothing was; empty too where a column tells the languages or nobody asked
public record DetectedLanguages(Optional<LanguageEstimate> estimate, Optional<String> reason) {
  /// A column tells, or nobody asked.
  public static DetectedLanguages none() {
    return new DetectedLanguages(Optional.empty(), Optional.empty());
  }

  /// Detected.
  public static DetectedLanguages of(LanguageEstimate estimate) {
    return new DetectedLanguages(Optional.of(estimate), Optional.empty());
  }

  /// Not detected.
  public static DetectedLanguages refused(String reason) {
    return new DetectedLanguages(Optional.empty(), Optional.of(reason));
  }
}
