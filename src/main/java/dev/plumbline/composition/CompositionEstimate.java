package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import java.util.Map;
import java.util.Optional;

/// A composition estimated from a sample of a manifest's rows.
///
/// @param result counts of the sample; intervals of its caption associations are those of
///   [BlockLogRatio], and there are none where first rows were taken. What else has an interval in
///   a profile takes rows as independent of each other, which rows of a block are not
/// @param basis how the rows were chosen
/// @param ofValues intervals of the shares of a facet's bins among the rows that have a value, by
///   facet and bin ([BlockShare]); of names only the most frequent
/// @param ofUsed the same among all used rows; `""` stands for rows without a value
/// @param mentions intervals of the shares of used rows that mention a list
public record CompositionEstimate(
    CompositionResult result,
    SampleBasis basis,
    Map<String, Map<String, Interval>> ofValues,
    Map<String, Map<String, Interval>> ofUsed,
    Map<String, Interval> mentions) {
  /// The same with detected languages.
  public CompositionEstimate withLanguages(DetectedLanguages detected) {
    return new CompositionEstimate(
        result.withLanguages(detected), basis, ofValues, ofUsed, mentions);
  }

  /// Interval of a bin's share among the rows that have a value.
  public Optional<Interval> ofValues(String facet, String bin) {
    return Optional.ofNullable(ofValues.getOrDefault(facet, Map.of()).get(bin));
  }

  /// Interval of a bin's share among all used rows.
  public Optional<Interval> ofUsed(String facet, String bin) {
    return Optional.ofNullable(ofUsed.getOrDefault(facet, Map.of()).get(bin));
  }
}
