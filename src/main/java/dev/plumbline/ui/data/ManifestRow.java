package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.Facet;
import dev.plumbline.core.DatasetId;
import dev.plumbline.manifest.ManifestSource;
import java.util.Optional;
import java.util.OptionalDouble;

/// A manifest of the study with what is known of it.
///
/// @param source what was asked for
/// @param profile its profile, if there is one
/// @param failure sentence of its failure, if it failed
record ManifestRow(
    ManifestSource source, Optional<CompositionResult> profile, Optional<String> failure) {
  DatasetId id() {
    return source.id();
  }

  OptionalDouble rows() {
    return known(CompositionResult::rows);
  }

  OptionalDouble failed() {
    return known(CompositionResult::failed);
  }

  OptionalDouble bytes() {
    return known(CompositionResult::bytes);
  }

  OptionalDouble rejects() {
    return known(result -> result.rejects().size());
  }

  OptionalDouble mean(String facet) {
    return profile
        .flatMap(result -> result.facet(facet))
        .map(Facet::mean)
        .orElse(OptionalDouble.empty());
  }

  private OptionalDouble known(java.util.function.ToDoubleFunction<CompositionResult> number) {
    return profile
        .map(result -> OptionalDouble.of(number.applyAsDouble(result)))
        .orElseGet(OptionalDouble::empty);
  }
}
