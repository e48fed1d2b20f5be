package dev.plumbline.performance;

import dev.plumbline.core.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Gathers the scores of one file and counts what has no value.
final class ScoreCollector {
  private final String format;
  private final String source;
  private final List<Score> scores = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private long withoutValue;

  ScoreCollector(String format, String source) {
    this.format = format;
    this.source = source;
  }

  /// Adds a score from this file, or counts it as one without a value.
  void add(String model, String dataset, String metric, OptionalDouble value) {
    add(model, dataset, metric, value, 0, source);
  }

  /// Adds a score with its own source.
  void add(String model, String dataset, String metric, OptionalDouble value, long n, String from) {
    if (value.isPresent()) {
      scores.add(new Score(new ModelId(model), dataset, metric, value.getAsDouble(), n, from));
    } else {
      withoutValue++;
    }
  }

  void note(String note) {
    notes.add(note);
  }

  /// Everything gathered.
  ///
  /// @param blanksAreUsual whether the format leaves cells empty by design, such as metrics of
  ///   other tasks
  ScoreTable table(boolean blanksAreUsual) {
    List<String> all = new ArrayList<>(notes);
    if (withoutValue > 0 && !blanksAreUsual) {
      all.add(source + ": " + withoutValue + " scores have no finite value and were left out.");
    }
    return new ScoreTable(format, scores, all);
  }
}
