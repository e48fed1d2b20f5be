package dev.plumbline.study;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.performance.Score;
import java.util.List;

/// Everything a run has found so far; a partial run has fewer entries.
///
/// @param compositions one a profiled manifest, in the request's order
/// @param models one a model, in the request's order
/// @param bias one a model, test and order
/// @param scores measured and imported scores
/// @param failures what failed
/// @param retrieval one a model, labelled folder and attribute
public record StudyResult(
    List<CompositionResult> compositions,
    List<ModelFacts> models,
    List<BiasRow> bias,
    List<Score> scores,
    List<Failure> failures,
    List<RetrievalRow> retrieval) {
  public StudyResult {
    retrieval = List.copyOf(retrieval);
    compositions = List.copyOf(compositions);
    models = List.copyOf(models);
    bias = List.copyOf(bias);
    scores = List.copyOf(scores);
    failures = List.copyOf(failures);
  }

  /// A result without searched folders.
  public StudyResult(
      List<CompositionResult> compositions,
      List<ModelFacts> models,
      List<BiasRow> bias,
      List<Score> scores,
      List<Failure> failures) {
    this(compositions, models, bias, scores, failures, List.of());
  }

  /// A result of nothing.
  public static StudyResult empty() {
    return new StudyResult(List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
