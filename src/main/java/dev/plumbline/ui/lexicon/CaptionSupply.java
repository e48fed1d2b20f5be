package dev.plumbline.ui.lexicon;

import dev.plumbline.composition.CaptionSample;
import dev.plumbline.composition.CaptionSampler;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.ManifestSource;

/// Fetches captions of a manifest to look at; for use in the background.
@FunctionalInterface
public interface CaptionSupply {
  /// Rows looked at.
  long ROWS = 16_384;

  /// Seed of the choice: the same manifest always shows the same captions.
  long SEED = 20_261_127;

  /// Captions of a manifest.
  ///
  /// @throws PlumblineException if they cannot be fetched
  CaptionSample of(ManifestSource source);

  /// Draws with an engine of its own.
  static CaptionSample draw(ManifestSource source) {
    if (source.cluster().isPresent()) {
      throw new PlumblineException(
          "%s: captions are drawn from manifests on this machine only."
              .formatted(source.id().value()));
    }
    Cancellation cancellation = new Cancellation();
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      return new CaptionSampler(engine)
          .draw(engine.read(source, cancellation), ROWS, SEED, cancellation);
    }
  }
}
