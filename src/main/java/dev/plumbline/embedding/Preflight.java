package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import java.util.List;

/// Runs a model on a few made-up stimuli before it is trusted: does it open, are its vectors
/// finite, the same when asked twice, the same alone and in a batch, of one size on both sides?
public final class Preflight {
  private final EmbeddingSettings settings;

  /// A preflight on the device and threads of the settings.
  public Preflight(EmbeddingSettings settings) {
    this.settings = settings;
  }

  /// The bundle with the outcome of all checks, and with the size of its embeddings.
  public ModelBundle complete(ModelBundle bundle, Cancellation cancellation) {
    return run(bundle, Progress.none(), cancellation).bundle();
  }

  /// The same, and held against a user's own embeddings.
  public ModelBundle complete(
      ModelBundle bundle, ParityReference reference, Cancellation cancellation) {
    PreflightResult result = run(bundle, Progress.none(), cancellation);
    return result.with(compare(bundle, reference, Progress.none(), cancellation)).bundle();
  }

  /// The checks made while the bundle was read, and those that take running it.
  public List<Check> check(ModelBundle bundle, Cancellation cancellation) {
    return complete(bundle, cancellation).checks();
  }

  /// Holds a bundle against a user's own embeddings.
  ///
  /// @throws PlumblineException if an image is missing, an embedding has another size, or the
  ///   bundle does not run
  public List<Check> compare(
      ModelBundle bundle, ParityReference reference, Progress progress, Cancellation cancellation) {
    Embedder embedder = new Embedder(settings, EmbeddingCache.none());
    return reference.check(bundle, embedder, progress, cancellation);
  }

  /// Makes all checks.
  ///
  /// @throws java.util.concurrent.CancellationException if cancelled
  public PreflightResult run(ModelBundle bundle, Progress progress, Cancellation cancellation) {
    return new PreflightRun(settings, bundle, progress, cancellation).result();
  }
}
