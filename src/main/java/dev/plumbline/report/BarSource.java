package dev.plumbline.report;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Facet;
import dev.plumbline.composition.LanguageEstimate;
import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// What one dataset gives to bars: rows by key, out of how many, and how surely.
///
/// @param dataset its name
/// @param used rows that the shares are of
/// @param counts rows under a key, empty where the dataset does not count it
/// @param intervals of the shares
/// @param detected the sample, where languages were detected rather than read from a column
record BarSource(
    String dataset,
    long used,
    Function<String, Optional<Long>> counts,
    Function<String, Optional<Interval>> intervals,
    Optional<LanguageEstimate> detected) {

  /// Mentions of a dataset's term lists.
  static BarSource mentions(CompositionResult composition, Optional<CompositionEstimate> estimate) {
    return new BarSource(
        composition.dataset().value(),
        composition.used(),
        key -> Optional.ofNullable(composition.mentions().get(key)),
        key -> estimate.map(it -> it.mentions().get(key)),
        Optional.empty());
  }

  /// Bins of a facet.
  ///
  /// @param rows the bars
  static Optional<BarSource> facet(
      CompositionResult composition,
      String facet,
      FacetRows rows,
      Optional<CompositionEstimate> estimate) {
    Optional<LanguageEstimate> detected = detected(composition, facet);
    if (detected.isPresent()) {
      return Optional.of(
          new BarSource(
              composition.dataset().value(),
              detected.get().used(),
              key -> Optional.of(rows.count(detected.get().facet(), key)),
              key -> detected.get().ofUsed(FacetRows.value(key)),
              detected));
    }
    return composition
        .facet(facet)
        .map(
            counted ->
                new BarSource(
                    composition.dataset().value(),
                    composition.used(),
                    key -> Optional.of(rows.count(counted, key)),
                    key -> estimate.flatMap(it -> it.ofUsed(facet, FacetRows.value(key))),
                    Optional.empty()));
  }

  /// The facet of a dataset, counted or detected.
  static Optional<Facet> facet(CompositionResult composition, String facet) {
    return composition
        .facet(facet)
        .or(() -> detected(composition, facet).map(LanguageEstimate::facet));
  }

  private static Optional<LanguageEstimate> detected(CompositionResult composition, String facet) {
    return composition.facet(facet).isEmpty() && facet.equals(LanguageEstimate.FACET)
        ? composition.languages().estimate()
        : Optional.empty();
  }

  /// Share of the used rows under a key.
  OptionalDouble share(String key) {
    Optional<Long> count = counts.apply(key);
    return count.isEmpty() || used == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) count.get() / used);
  }
}
