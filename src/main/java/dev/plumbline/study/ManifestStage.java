package dev.plumbline.study;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.ManifestSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Profiles a study's manifests with one query engine, opened when the first is.
final class ManifestStage implements AutoCloseable {
  private final RunSettings settings;
  private final StudyRequest request;
  private final InputDigests inputs;
  private final RunState state;
  private final Cancellation cancellation;
  private final CompositionCache cache;
  private DuckDbEngine engine;

  ManifestStage(
      RunSettings settings,
      StudyRequest request,
      InputDigests inputs,
      RunState state,
      Cancellation cancellation) {
    this.settings = settings;
    this.request = request;
    this.inputs = inputs;
    this.state = state;
    this.cancellation = cancellation;
    this.cache = CompositionCache.below(settings.cache());
  }

  /// Profiles one manifest.
  ///
  /// @throws PlumblineException if it cannot be, or has the name of an earlier one
  void profile(int index) {
    ManifestSource source = request.manifests().get(index);
    refuseNamesake(index, source.id());
    CompositionSettings wanted = new CompositionSettings(request.lexicon());
    CompositionCache.Entry entry = cache.entry(source, wanted);
    Optional<CompositionResult> kept = entry.find();
    CompositionResult composition;
    if (kept.isPresent()) {
      composition = kept.get();
      inputs.add("manifest " + source.id(), ManifestReader.files(source));
    } else {
      composition = scan(source, wanted);
      entry.keep(composition);
    }
    state.profiled(index, composition);
  }

  private CompositionResult scan(ManifestSource source, CompositionSettings wanted) {
    DuckDbEngine queries = engine();
    Manifest manifest = new ManifestReader(queries).read(source, cancellation);
    CompositionResult composition =
        new CompositionProfiler(queries).profile(manifest, wanted, state, cancellation);
    inputs.add(
        "manifest " + source.id(), manifest.files().stream().map(Path::of).sorted().toList());
    return composition;
  }

  private void refuseNamesake(int index, DatasetId id) {
    List<ManifestSource> earlier = request.manifests().subList(0, index);
    if (earlier.stream().anyMatch(source -> source.id().equals(id))) {
      throw new PlumblineException(
          "Two manifests are named " + id + ": give one of them another name.");
    }
  }

  private synchronized DuckDbEngine engine() {
    if (engine == null) {
      int mebibytes = Math.clamp(settings.queryMemory() >> 20, 64, Integer.MAX_VALUE);
      engine =
          DuckDbEngine.open(new EngineSettings(mebibytes, settings.threads(), Optional.empty()));
    }
    return engine;
  }

  @Override
  public synchronized void close() {
    if (engine != null) {
      engine.close();
      engine = null;
    }
  }
}
