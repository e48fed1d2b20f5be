package dev.plumbline.study;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.Engines;

/// Runs a study: profiles the manifests, measures the models, reads the score tables.
///
/// Manifests and models are worked on side by side; results appear in the request's order and have
/// the same bits whatever the number of threads. What fails becomes a [Failure] and the rest goes
/// on. A cancelled run returns what was finished.
public final class StudyRunner {
  private final RunSettings settings;
  private final Engines engines;
  private final ManifestCounts counts;

  /// Creates a runner that has no more credentials for clusters than the environment gives.
  public StudyRunner(RunSettings settings) {
    this(settings, Engines.fromEnvironment());
  }

  /// Creates a runner.
  ///
  /// @param engines opens the engines that count manifests
  public StudyRunner(RunSettings settings, Engines engines) {
    this(settings, engines, ManifestCounts.below(settings.cache()));
  }

  /// Creates a runner that shares its counts with others.
  ///
  /// @param engines opens the engines that count manifests
  /// @param counts counts of manifests that are kept or under way
  public StudyRunner(RunSettings settings, Engines engines, ManifestCounts counts) {
    this.settings = settings;
    this.engines = engines;
    this.counts = counts;
  }

  /// The means it runs with.
  public RunSettings settings() {
    return settings;
  }

  /// Runs `request` to its end or until cancelled.
  ///
  /// @return everything found; where `cancellation` was used, everything found until then
  public StudyResult run(StudyRequest request, RunListener listener, Cancellation cancellation) {
    return study(request, listener, cancellation).result();
  }

  /// Runs `request` and keeps provenance and log with the result.
  public Study study(StudyRequest request, RunListener listener, Cancellation cancellation) {
    return new StudyRun(settings, engines, counts, request, listener, cancellation).execute();
  }
}
