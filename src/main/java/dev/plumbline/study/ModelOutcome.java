package dev.plumbline.study;

import dev.plumbline.performance.Score;
import java.util.ArrayList;
import java.util.List;

/// What a run has found about one model.
///
/// @param facts what is known besides numbers
/// @param bias one row a test and order, empty until the battery is done
/// @param scores measured scores so far
/// @param retrieval one row a searched folder and attribute
record ModelOutcome(
    ModelFacts facts, List<BiasRow> bias, List<Score> scores, List<RetrievalRow> retrieval) {
  ModelOutcome {
    retrieval = List.copyOf(retrieval);
    bias = List.copyOf(bias);
    scores = List.copyOf(scores);
  }

  static ModelOutcome of(ModelFacts facts) {
    return new ModelOutcome(facts, List.of(), List.of(), List.of());
  }

  ModelOutcome withFacts(ModelFacts newFacts) {
    return new ModelOutcome(newFacts, bias, scores, retrieval);
  }

  ModelOutcome withBias(List<BiasRow> rows) {
    return new ModelOutcome(facts, rows, scores, retrieval);
  }

  ModelOutcome withScores(List<Score> more) {
    List<Score> all = new ArrayList<>(scores);
    all.addAll(more);
    return new ModelOutcome(facts, bias, all, retrieval);
  }

  ModelOutcome withRetrieval(List<RetrievalRow> rows) {
    return new ModelOutcome(facts, bias, scores, rows);
  }
}
