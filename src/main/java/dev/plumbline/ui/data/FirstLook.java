package dev.plumbline.ui.data;

import dev.plumbline.composition.CompositionEstimate;
import dev.plumbline.composition.CompositionSampler;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import java.util.List;

/// Estimates the composition of a manifest that was not counted yet; for use in the background.
@FunctionalInterface
public interface FirstLook {
  /// Rows looked at.
  long ROWS = 16_384;

  /// Seed of the choice: the same manifest always looks the same.
  long SEED = 20_261_127;

  /// Looks at a manifest.
  ///
  /// @throws dev.plumbline.core.PlumblineException if it cannot be sampled
  CompositionEstimate of(ManifestSource source, Lexicon lexicon);

  /// Looks at manifests that others may be looking at too.
  static FirstLook with(Readings readings) {
    return (source, lexicon) -> {
      if (source.cluster().isPresent()) {
        throw new PlumblineException(
            "%s: a manifest on a cluster is counted, not estimated."
                .formatted(source.id().value()));
      }
      return readings.of(source, (engine, manifest) -> sample(engine, manifest, lexicon));
    };
  }

  /// Facets and mentions only: what occurs with what is left to the count.
  private static CompositionEstimate sample(
      QueryEngine engine, Manifest manifest, Lexicon lexicon) {
    Lexicon lists = new Lexicon(lexicon.id(), lexicon.terms(), lexicon.labels(), List.of());
    return new CompositionSampler(engine)
        .estimate(manifest, new CompositionSettings(lists), ROWS, SEED, new Cancellation());
  }
}
