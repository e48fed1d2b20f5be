package dev.plumbline.ui.data.count;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.CountPace;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.study.ManifestCounts;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Supplier;

/// Counts with what runs count with, so that neither does again what the other has done.
public final class SharedCount implements FullCount {
  private final ManifestCounts counts;
  private final Engines engines;
  private final Supplier<CountLimit> limit;

  /// @param counts counts of this window's runs
  /// @param engines opens the engines that count
  /// @param limit what is counted without being asked for, now; called in the background
  public SharedCount(ManifestCounts counts, Engines engines, Supplier<CountLimit> limit) {
    this.counts = counts;
    this.engines = engines;
    this.limit = limit;
  }

  @Override
  public Optional<CountSize> tooMuch(CountSubject subject, Cancellation cancellation) {
    if (subject.source().cluster().isPresent()) {
      return Optional.of(new CountSize(OptionalLong.empty(), 0, OptionalDouble.empty()));
    }
    CompositionSettings settings = new CompositionSettings(subject.lexicon());
    if (counts.kept(subject.source(), settings)) {
      return Optional.empty();
    }
    EngineSettings usual = EngineSettings.defaults();
    EngineSettings single =
        new EngineSettings(usual.memoryLimitMebibytes(), 1, usual.temporaryFolder());
    try (QueryEngine engine = engines.open(subject.source().engine(), single)) {
      Manifest manifest = engine.read(subject.source(), cancellation);
      OptionalLong declared = engine.declaredRows(manifest, cancellation);
      if (!limit.get().exceeded(declared, manifest.bytes())) {
        return Optional.empty();
      }
      OptionalLong rows =
          declared.isPresent() ? declared : engine.estimatedRows(manifest, cancellation);
      OptionalDouble pace =
          rows.isPresent()
              ? new CountPace(engine).of(manifest, settings, cancellation)
              : OptionalDouble.empty();
      return Optional.of(
          new CountSize(
              rows,
              declared.isEmpty() && rows.isPresent(),
              manifest.bytes(),
              seconds(rows, pace, usual.threads())));
    }
  }

  private static OptionalDouble seconds(OptionalLong rows, OptionalDouble pace, int threads) {
    return rows.isPresent() && pace.isPresent()
        ? OptionalDouble.of(rows.getAsLong() / (pace.getAsDouble() * threads))
        : OptionalDouble.empty();
  }

  @Override
  public CompositionResult count(
      CountSubject subject, Progress progress, Cancellation cancellation) {
    return counts.count(
        subject.source(),
        new CompositionSettings(subject.lexicon()),
        subject.seed(),
        engines,
        progress,
        cancellation);
  }
}
