package dev.plumbline.study;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Full counts of manifests, each made once: who asks for one that is kept on disk gets that, and
/// who asks while another counts the same waits for it.
///
/// A run and a count in the background that share this object never scan the same files at the same
/// time. Where the one who counts gives up, the one who waits takes over. Manifests on a cluster
/// are counted anew each time: nobody here knows when their files change.
public final class ManifestCounts {
  private static final Logger LOG = LoggerFactory.getLogger(ManifestCounts.class);

  private final CompositionCache cache;
  private final Map<String, Count> running = new ConcurrentHashMap<>();

  private ManifestCounts(CompositionCache cache) {
    this.cache = cache;
  }

  /// Counts that are kept below a cache folder; without one they are shared but not kept.
  public static ManifestCounts below(Optional<Path> cache) {
    return new ManifestCounts(CompositionCache.below(cache));
  }

  /// One count under way.
  private record Count(CompletableFuture<CompositionResult> result, List<Progress> told) {
    Count() {
      this(new CompletableFuture<>(), new CopyOnWriteArrayList<>());
    }

    void tell(String stage, long done, long total) {
      told.forEach(each -> each.update(stage, done, total));
    }
  }

  /// Scans the files of a manifest.
  @FunctionalInterface
  interface Scan {
    CompositionResult run(Progress progress);
  }

  /// Counts a manifest and detects its languages with engines of its own; for use in the
  /// background. Where languages cannot be detected the counts come without them.
  ///
  /// @param seed seed of the study
  /// @throws PlumblineException if it cannot be counted
  /// @throws CancellationException soon after a cancellation
  public CompositionResult count(
      ManifestSource source,
      CompositionSettings settings,
      long seed,
      Engines engines,
      Progress progress,
      Cancellation cancellation) {
    Scan scan = told -> scan(source, settings, engines, told, cancellation);
    if (source.cluster().isPresent()) {
      return languages(source, scan.run(progress), seed, engines, cancellation);
    }
    CompositionCache.Entry entry = entry(source, settings);
    CompositionResult counted = count(entry, scan, progress, cancellation);
    CompositionResult complete = languages(source, counted, seed, engines, cancellation);
    if (!complete.equals(counted)) {
      entry.keep(complete);
    }
    return complete;
  }

  private static CompositionResult languages(
      ManifestSource source,
      CompositionResult counted,
      long seed,
      Engines engines,
      Cancellation cancellation) {
    try (LanguageStage languages = new LanguageStage(seed, cancellation)) {
      if (languages.known(counted)) {
        return counted;
      }
      try (QueryEngine engine = engines.open(source.engine(), EngineSettings.defaults())) {
        return languages.add(counted, engine, engine.read(source, cancellation));
      }
    } catch (PlumblineException e) {
      LOG.info("The languages of {} are not detected", source.id(), e);
      return counted;
    }
  }

  /// Whether the count of a manifest as its files are now is kept.
  ///
  /// @throws PlumblineException if the source names no file
  public boolean kept(ManifestSource source, CompositionSettings settings) {
    return source.cluster().isEmpty() && cache.entry(source, settings).find().isPresent();
  }

  private static CompositionResult scan(
      ManifestSource source,
      CompositionSettings settings,
      Engines engines,
      Progress progress,
      Cancellation cancellation) {
    try (QueryEngine engine = engines.open(source.engine(), EngineSettings.defaults())) {
      Manifest manifest = engine.read(source, cancellation);
      return new CompositionProfiler(engine).profile(manifest, settings, progress, cancellation);
    }
  }

  /// The place of a manifest's count as its files are now.
  ///
  /// @throws PlumblineException if the source names no file
  CompositionCache.Entry entry(ManifestSource source, CompositionSettings settings) {
    return cache.entry(source, settings);
  }

  /// The kept count of a manifest on this machine, or that of whoever counts it now, or else that
  /// of `scan`, called on this thread.
  CompositionResult count(
      CompositionCache.Entry entry, Scan scan, Progress progress, Cancellation cancellation) {
    while (true) {
      cancellation.check();
      Count mine = new Count();
      mine.told().add(progress);
      Count other = running.putIfAbsent(entry.key(), mine);
      if (other == null) {
        return lead(entry, mine, scan);
      }
      other.told().add(progress);
      try {
        return cancellation.await(other.result());
      } catch (CancellationException _) {
        other.told().remove(progress);
      }
    }
  }

  private CompositionResult lead(CompositionCache.Entry entry, Count mine, Scan scan) {
    try {
      CompositionResult found = entry.find().orElseGet(() -> kept(entry, scan.run(mine::tell)));
      running.remove(entry.key(), mine);
      mine.result().complete(found);
      return found;
    } catch (RuntimeException | Error failure) {
      running.remove(entry.key(), mine);
      mine.result().completeExceptionally(failure);
      throw failure;
    }
  }

  private static CompositionResult kept(CompositionCache.Entry entry, CompositionResult found) {
    entry.keep(found);
    return found;
  }
}
