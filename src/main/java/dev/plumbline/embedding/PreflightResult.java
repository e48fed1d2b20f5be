package dev.plumbline.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How a preflight came out.
///
/// @param bundle the bundle with all checks, and with the size of its embeddings
/// @param device where it ran, such as `cpu (2 threads)`, empty if it did not run
public record PreflightResult(ModelBundle bundle, Optional<String> device) {
  /// The same with more checks.
  public PreflightResult with(List<Check> more) {
    List<Check> all = new ArrayList<>(bundle.checks());
    all.addAll(more);
    return new PreflightResult(bundle.checked(all, bundle.embeddingSize()), device);
  }
}
