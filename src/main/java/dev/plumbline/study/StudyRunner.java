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

  /// Creates a runner that has no more credentials for clusters than the environment gives.
  public StudyRunner(RunSettings settings) {
    this(settings, Engines.fromEnvironment());
  }

  /// Creates a runner.
  ///
  /// @param engines opens the engines that count manifests
  public StudyRunner(RunSettings settings, Engines engines) {
    this.settings = settings;
    this.engines = engines;
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
    return new StudyRun(settings, engines, request, listener, cancellation).execute();
  }
}
