package dev.plumbline.study;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.LanguageSampler;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Seeds;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.QueryEngine;
import java.util.HashMap;
import java.util.Map;

/// Detects the languages of captions of counted manifests where no column tells them.
///
/// The seed of the sample is derived from the study's and the manifest's name.
final class LanguageStage implements AutoCloseable {
  private final long seed;
  private final Cancellation cancellation;
  private final Map<QueryEngine, LanguageSampler> samplers = new HashMap<>();

  LanguageStage(long seed, Cancellation cancellation) {
    this.seed = seed;
    this.cancellation = cancellation;
  }

  /// Whether a composition already holds what detection would give.
  boolean known(CompositionResult composition) {
    return composition.columns().containsKey(ColumnRole.LANGUAGE)
        || composition
            .languages()
            .estimate()
            .filter(estimate -> estimate.basis().seed() == seed(composition))
            .isPresent();
  }

  /// The same composition with its languages.
  CompositionResult add(CompositionResult counted, QueryEngine engine, Manifest manifest) {
    return counted.withLanguages(
        sampler(engine)
            .detect(manifest, LanguageSampler.ROWS, seed(counted), cancellation)
            .counted(counted.rows()));
  }

  private long seed(CompositionResult composition) {
    return Seeds.derive(seed, "language", composition.dataset().value());
  }

  private synchronized LanguageSampler sampler(QueryEngine engine) {
    return samplers.computeIfAbsent(engine, LanguageSampler::new);
  }

  @Override
  public synchronized void close() {
    samplers.values().forEach(LanguageSampler::close);
    samplers.clear();
  }
}
