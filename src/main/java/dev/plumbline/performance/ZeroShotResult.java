package dev.plumbline.performance;

import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// Outcome of a zero-shot classification.
///
/// @param acc1 share of images whose most similar class is their own
/// @param acc1Interval Wilson interval of acc1
/// @param acc5 share of images whose class is among the five most similar, empty with fewer than
///   five classes
/// @param meanPerClassRecall mean recall of the classes that have images
/// @param perClass recall of each class, in the classes' order
/// @param n images
/// @param notes what is not defined and why, and how the model ran if not as asked to
public record ZeroShotResult(
    double acc1,
    Interval acc1Interval,
    OptionalDouble acc5,
    double meanPerClassRecall,
    List<ClassRecall> perClass,
    long n,
    List<String> notes) {
  /// Source of scores that Plumbline measured itself.
  public static final String MEASURED = "measured";

  public ZeroShotResult {
    perClass = List.copyOf(perClass);
    notes = List.copyOf(notes);
  }

  /// The same with more notes.
  public ZeroShotResult noting(List<String> more) {
    List<String> all = new ArrayList<>(notes);
    all.addAll(more);
    return new ZeroShotResult(acc1, acc1Interval, acc5, meanPerClassRecall, perClass, n, all);
  }

  /// The result as scores `acc1`, `acc5` (if defined) and `mean_per_class_recall`.
  public List<Score> scores(ModelId model, String dataset) {
    List<Score> scores = new ArrayList<>();
    scores.add(new Score(model, dataset, "acc1", acc1, n, MEASURED));
    acc5.ifPresent(value -> scores.add(new Score(model, dataset, "acc5", value, n, MEASURED)));
    scores.add(new Score(model, dataset, "mean_per_class_recall", meanPerClassRecall, n, MEASURED));
    return scores;
  }
}
