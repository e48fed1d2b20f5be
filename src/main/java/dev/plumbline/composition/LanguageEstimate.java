package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// In which languages are captions written, as detected on a sample of them?
///
/// The intervals are those of the sample ([BlockShare]): how often the detector errs is not in them
/// ([dev.plumbline.composition.language.CaptionLanguage] says it).
///
/// @param facet the facet `language`: captions of the sample by ISO 639-1 code, most frequent
///   first, those whose language cannot be told as `und` last; used rows without a caption are
///   missing
/// @param used used rows of the sample
/// @param basis how the rows were chosen
/// @param ofValues intervals of shares among the captions, by code; empty where the rows are no
///   random sample
/// @param ofUsed the same among all used rows; `""` stands for rows without a caption
/// @param absent interval of the share of a language that the sample does not hold; empty as
///   `ofValues`
/// @param detector name and version of the detector
public record LanguageEstimate(
    Facet facet,
    long used,
    SampleBasis basis,
    Map<String, Interval> ofValues,
    Map<String, Interval> ofUsed,
    Optional<Interval> absent,
    String detector) {
  /// Name of the facet.
  public static final String FACET = "language";

  public LanguageEstimate {
    ofValues = Collections.unmodifiableMap(new TreeMap<>(ofValues));
    ofUsed = Collections.unmodifiableMap(new TreeMap<>(ofUsed));
  }

  /// The same where the rows of the manifest have been counted.
  LanguageEstimate counted(long rows) {
    return new LanguageEstimate(
        facet, used, basis.counted(rows), ofValues, ofUsed, absent, detector);
  }

  /// Captions that were looked at.
  public long captions() {
    return used - facet.missing();
  }

  /// Captions in a language.
  public long captions(String code) {
    return facet.bins().stream().filter(bin -> bin.key().equals(code)).mapToLong(Bin::count).sum();
  }

  /// Interval of a language's share among the captions.
  public Optional<Interval> ofValues(String code) {
    return Optional.ofNullable(ofValues.get(code)).or(() -> absent);
  }

  /// Interval of a language's share among all used rows; of one that the sample does not hold, that
  /// among the captions, which is a little wider.
  public Optional<Interval> ofUsed(String code) {
    return Optional.ofNullable(ofUsed.get(code)).or(() -> absent);
  }
}
