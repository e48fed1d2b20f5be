package dev.plumbline.study;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Progress;
import dev.plumbline.performance.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// What a run has found so far: one slot for each part of the request, filled in any order and read
/// in the request's.
///
/// Every change is told to the listener under one lock, so that calls never overlap and each
/// partial result holds at least what the one before held. Nothing changes once it is closed.
final class RunState implements Progress {
  /// A part of the request; parts are listed in the order of their kinds.
  record Part(Kind kind, int index) implements Comparable<Part> {
    /// What a part is.
    enum Kind {
      MANIFEST,
      MODEL,
      ZERO_SHOT,
      RETRIEVAL,
      SCORES,
      RESULTS
    }

    @Override
    public int compareTo(Part other) {
      int byKind = kind.compareTo(other.kind);
      return byKind != 0 ? byKind : Integer.compare(index, other.index);
    }
  }

  private final RunListener listener;
  private final CompositionResult[] compositions;
  private final ModelOutcome[] models;
  private final Map<Integer, List<Score>> imported = new TreeMap<>();
  private final Map<Integer, ImportedResults> reported = new TreeMap<>();
  private final Map<Part, List<Failure>> failures = new TreeMap<>();
  private final List<LogEntry> log = new ArrayList<>();
  private boolean closed;

  RunState(StudyRequest request, RunListener listener) {
    this.listener = listener;
    this.compositions = new CompositionResult[request.manifests().size()];
    this.models = new ModelOutcome[request.models().size()];
  }

  @Override
  public synchronized void update(String stage, long done, long total) {
    if (!closed) {
      listener.progress(stage, done, total);
    }
  }

  /// A manifest was profiled.
  synchronized void profiled(int index, CompositionResult composition) {
    if (closed) {
      return;
    }
    compositions[index] = composition;
    log.add(
        LogEntry.info(
            "Profiled %s: %,d rows.".formatted(composition.dataset(), composition.rows())));
    publish();
  }

  /// The languages of a profiled manifest are known.
  synchronized void detected(int index, CompositionResult composition) {
    if (closed) {
      return;
    }
    compositions[index] = composition;
    publish();
  }

  /// More is known about a model.
  synchronized void measured(int index, ModelOutcome outcome) {
    if (closed) {
      return;
    }
    models[index] = outcome;
    publish();
  }

  /// A score table was read.
  synchronized void imported(int index, List<Score> scores) {
    if (closed) {
      return;
    }
    imported.put(index, scores);
    publish();
  }

  /// A table of association results was read.
  synchronized void reported(int index, ImportedResults results) {
    if (closed) {
      return;
    }
    reported.put(index, results);
    results.notes().forEach(this::note);
    publish();
  }

  /// A part failed, or some of it did; what several parts say is told once.
  synchronized void failed(Part part, Failure failure) {
    if (closed) {
      return;
    }
    boolean known = failures.values().stream().anyMatch(list -> list.contains(failure));
    failures.computeIfAbsent(part, _ -> new ArrayList<>()).add(failure);
    if (known) {
      return;
    }
    log.add(LogEntry.error(failure.subject() + ": " + failure.sentence()));
    listener.failed(failure);
    publish();
  }

  /// Appends to the log.
  synchronized void note(String sentence) {
    log.add(LogEntry.info(sentence));
  }

  /// No change is taken any more.
  synchronized void close() {
    closed = true;
  }

  /// All that is known, in the request's order.
  synchronized StudyResult result() {
    List<ModelOutcome> known = Arrays.stream(models).filter(Objects::nonNull).toList();
    List<Score> scores = new ArrayList<>();
    known.forEach(outcome -> scores.addAll(outcome.scores()));
    imported.values().forEach(scores::addAll);
    StudyResult measured =
        new StudyResult(
            Arrays.stream(compositions).filter(Objects::nonNull).toList(),
            known.stream().map(ModelOutcome::facts).toList(),
            known.stream().flatMap(outcome -> outcome.bias().stream()).toList(),
            scores,
            List.of(),
            known.stream().flatMap(outcome -> outcome.retrieval().stream()).toList());
    StudyResult all = ImportedResults.joined(measured, reported.values());
    return new StudyResult(
        all.compositions(),
        all.models(),
        all.bias(),
        all.scores(),
        failures.values().stream().flatMap(List::stream).distinct().toList(),
        all.retrieval());
  }

  /// What happened, oldest first.
  synchronized List<LogEntry> log() {
    return List.copyOf(log);
  }

  private void publish() {
    if (!closed) {
      listener.partial(result());
    }
  }
}
