package dev.plumbline.study;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// Profiles a study's manifests with one query engine for each place they lie in, opened when it is
/// needed. Profiles of manifests on a cluster are not kept: nobody here knows when their files
/// change. Counts are told before languages are detected.
final class ManifestStage implements AutoCloseable {
  private final RunSettings settings;
  private final StudyRequest request;
  private final InputDigests inputs;
  private final RunState state;
  private final Cancellation cancellation;
  private final ManifestCounts counts;
  private final Engines engines;
  private final LanguageStage languages;
  private final Map<EngineAddress, QueryEngine> opened = new HashMap<>();

  ManifestStage(
      RunSettings settings,
      Engines engines,
      ManifestCounts counts,
      StudyRequest request,
      InputDigests inputs,
      RunState state,
      Cancellation cancellation) {
    this.settings = settings;
    this.engines = engines;
    this.request = request;
    this.inputs = inputs;
    this.state = state;
    this.cancellation = cancellation;
    this.counts = counts;
    this.languages = new LanguageStage(request.association().seed(), cancellation);
  }

  /// Profiles one manifest.
  ///
  /// @throws PlumblineException if it cannot be, or has the name of an earlier one
  void profile(int index) {
    ManifestSource source = request.manifests().get(index);
    refuseNamesake(index, source.id());
    CompositionSettings wanted = new CompositionSettings(request.lexicon());
    if (source.cluster().isPresent()) {
      languages(index, source, counted(index, scan(source, wanted, state)));
      return;
    }
    CompositionCache.Entry entry = counts.entry(source, wanted);
    CompositionResult counted = counted(index, local(entry, source, wanted));
    CompositionResult complete = languages(index, source, counted);
    if (!complete.equals(counted)) {
      entry.keep(complete);
    }
  }

  private CompositionResult counted(int index, CompositionResult composition) {
    state.profiled(index, composition);
    return composition;
  }

  /// Adds languages to what is counted and shown already.
  private CompositionResult languages(int index, ManifestSource source, CompositionResult counted) {
    if (languages.known(counted)) {
      return counted;
    }
    QueryEngine queries = engine(source.engine());
    CompositionResult complete =
        languages.add(counted, queries, queries.read(source, cancellation));
    state.detected(index, complete);
    return complete;
  }

  private CompositionResult local(
      CompositionCache.Entry entry, ManifestSource source, CompositionSettings wanted) {
    AtomicBoolean scanned = new AtomicBoolean();
    CompositionResult composition =
        counts.count(
            entry,
            progress -> {
              scanned.set(true);
              return scan(source, wanted, progress);
            },
            state,
            cancellation);
    if (!scanned.get()) {
      inputs.add("manifest " + source.id(), ManifestReader.files(source));
    }
    return composition;
  }

  private CompositionResult scan(
      ManifestSource source, CompositionSettings wanted, Progress progress) {
    QueryEngine queries = engine(source.engine());
    Manifest manifest = queries.read(source, cancellation);
    CompositionResult composition =
        new CompositionProfiler(queries).profile(manifest, wanted, progress, cancellation);
    String input = "manifest " + source.id();
    if (source.cluster().isPresent()) {
      inputs.add(input, source, manifest);
    } else {
      inputs.add(input, manifest.files().stream().map(Path::of).sorted().toList());
    }
    return composition;
  }

  private void refuseNamesake(int index, DatasetId id) {
    List<ManifestSource> earlier = request.manifests().subList(0, index);
    if (earlier.stream().anyMatch(source -> source.id().equals(id))) {
      throw new PlumblineException(
          "Two manifests are named " + id + ": give one of them another name.");
    }
  }

  private synchronized QueryEngine engine(EngineAddress address) {
    return opened.computeIfAbsent(address, this::open);
  }

  private QueryEngine open(EngineAddress address) {
    int mebibytes = Math.clamp(settings.queryMemory() >> 20, 64, Integer.MAX_VALUE);
    return engines.open(
        address, new EngineSettings(mebibytes, settings.threads(), Optional.empty()));
  }

  @Override
  public synchronized void close() {
    languages.close();
    opened.values().forEach(QueryEngine::close);
    opened.clear();
  }
}
