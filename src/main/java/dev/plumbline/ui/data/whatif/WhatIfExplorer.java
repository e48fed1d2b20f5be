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
import dev.plumbline.manifest.QueryException;
import java.util.List;
import java.util.Optional;

/// A manifest opened for what-ifs, with an engine of its own and samples of the rows, each drawn
/// when it is first needed: blocks of rows, and rows one by one for what blocks cannot answer.
final class WhatIfExplorer implements AutoCloseable {
  private static final long BLOCK_ROWS = 32_768;
  private static final long SAMPLED_ROWS = 200_000;
  private static final long SEED = 20_240_513;

  private final ManifestSource source;
  private final QueryEngine engine;
  private final Manifest manifest;
  private Optional<WhatIfSample> blocks = Optional.empty();
  private Optional<WhatIfSample> rows = Optional.empty();
  private boolean blocksDrawn;

  private WhatIfExplorer(ManifestSource source, QueryEngine engine, Manifest manifest) {
    this.source = source;
    this.engine = engine;
    this.manifest = manifest;
    // A cluster draws no blocks.
    blocksDrawn = source.cluster().isPresent();
  }

  /// Opens a manifest.
  ///
  /// @throws dev.plumbline.core.PlumblineException if it cannot be read
  static WhatIfExplorer open(ManifestSource source, Engines engines, Cancellation cancellation) {
    QueryEngine engine = engines.open(source);
    try {
      return new WhatIfExplorer(source, engine, engine.read(source, cancellation));
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

  /// What a sample tells; all rows where none can be drawn.
  WhatIfResult estimate(WhatIfSettings settings, Cancellation cancellation) {
    try {
      return sample(settings, cancellation).estimate(settings, cancellation);
    } catch (QueryException e) {
      if (e.systemic()) {
        throw e;
      }
      // One of its files is damaged: counting all rows tells which and leaves it out.
      return scan(settings, Progress.none(), cancellation);
    }
  }

  private synchronized WhatIfSample sample(WhatIfSettings settings, Cancellation cancellation) {
    if (WhatIfSample.answers(settings) && !blocksDrawn) {
      blocks = WhatIfSample.drawBlocks(engine, manifest, BLOCK_ROWS, SEED, cancellation);
      blocksDrawn = true;
    }
    if (WhatIfSample.answers(settings) && blocks.isPresent()) {
      return blocks.get();
    }
    if (rows.isEmpty()) {
      rows =
          Optional.of(
              WhatIfSample.draw(engine, manifest, SAMPLED_ROWS, SEED, _ -> {}, cancellation));
    }
    return rows.get();
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
  public synchronized void close() {
    blocks.ifPresent(WhatIfSample::close);
    rows.ifPresent(WhatIfSample::close);
    engine.close();
  }
}
