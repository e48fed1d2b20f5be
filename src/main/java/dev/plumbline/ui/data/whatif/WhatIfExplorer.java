package dev.plumbline.ui.data.whatif;

import dev.plumbline.composition.FilterPreset;
import dev.plumbline.composition.SubsetFiles;
import dev.plumbline.composition.WeightFiles;
import dev.plumbline.composition.WhatIf;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WhatIfSample;
import dev.plumbline.composition.WhatIfSettings;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import java.util.List;

/// A manifest opened for what-ifs, with an engine of its own and a sample of the rows.
final class WhatIfExplorer implements AutoCloseable {
  private static final long SAMPLED_ROWS = 200_000;
  private static final long SEED = 20_240_513;

  private final ManifestSource source;
  private final QueryEngine engine;
  private final Manifest manifest;
  private final WhatIfSample sample;

  private WhatIfExplorer(
      ManifestSource source, QueryEngine engine, Manifest manifest, WhatIfSample sample) {
    this.source = source;
    this.engine = engine;
    this.manifest = manifest;
    this.sample = sample;
  }

  /// Opens a manifest and draws the sample.
  ///
  /// @throws dev.plumbline.core.PlumblineException if it cannot be read
  static WhatIfExplorer open(ManifestSource source, Engines engines, Cancellation cancellation) {
    QueryEngine engine = engines.open(source);
    try {
      Manifest manifest = engine.read(source, cancellation);
      WhatIfSample sample =
          WhatIfSample.draw(engine, manifest, SAMPLED_ROWS, SEED, _ -> {}, cancellation);
      return new WhatIfExplorer(source, engine, manifest, sample);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  ManifestSource source() {
    return source;
  }

  Manifest manifest() {
    return manifest;
  }

  List<FilterPreset> presets() {
    return FilterPreset.of(manifest);
  }

  WhatIfResult estimate(WhatIfSettings settings, Cancellation cancellation) {
    return sample.estimate(settings, cancellation);
  }

  WhatIfResult scan(WhatIfSettings settings, Progress progress, Cancellation cancellation) {
    return new WhatIf(engine).scan(manifest, settings, progress, cancellation);
  }

  SubsetFiles subset(WhatIfSettings settings) {
    return new SubsetFiles(engine, manifest, settings);
  }

  WeightFiles weights() {
    return new WeightFiles(engine, manifest);
  }

  @Override
  public void close() {
    sample.close();
    engine.close();
  }
}
