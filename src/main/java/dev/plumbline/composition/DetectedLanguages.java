package dev.plumbline.composition;

import java.util.Optional;

/// The languages of a manifest that has no column for them.
///
/// @param estimate what was detected on a sample
/// @param refusal why nothing was; empty too where a column tells the languages or nobody asked
public record DetectedLanguages(Optional<LanguageEstimate> estimate, Optional<Refusal> refusal) {
  /// Why no language can be told.
  public enum Refusal {
    /// The captions lie on a cluster.
    CLUSTER(
        "languages are detected on this machine only, and a cluster gives back counts, not"
            + " captions: have it write a column with the language, or profile a shard of it here"),
    /// The sample has no caption.
    NO_CAPTION("none of the rows looked at has a caption"),
    /// The sample cannot be read.
    UNREADABLE("a sample of the rows cannot be read, one of the files is probably damaged");

    private final String sentence;

    Refusal(String sentence) {
      this.sentence = sentence;
    }

    /// In words, to stand behind a colon.
    public String sentence() {
      return sentence;
    }
  }

  /// A column tells, or nobody asked.
  public static DetectedLanguages none() {
    return new DetectedLanguages(Optional.empty(), Optional.empty());
  }

  /// Detected.
  public static DetectedLanguages of(LanguageEstimate estimate) {
    return new DetectedLanguages(Optional.of(estimate), Optional.empty());
  }

  /// Not detected.
  public static DetectedLanguages refused(Refusal refusal) {
    return new DetectedLanguages(Optional.empty(), Optional.of(refusal));
  }

  /// The same where the rows of the manifest have been counted, so that it is known of how many the
  /// sample was drawn.
  public DetectedLanguages counted(long rows) {
    return new DetectedLanguages(estimate.map(it -> it.counted(rows)), refusal);
  }

  /// Whether there is anything to show: an estimate or why there is none.
  public boolean asked() {
    return estimate.isPresent() || refusal.isPresent();
  }
}
