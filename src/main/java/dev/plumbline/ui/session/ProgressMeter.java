package dev.plumbline.ui.session;

import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/// Measures rate and remaining time of the stages of a task: units since the stage began divided by
/// the time since then.
final class ProgressMeter {
  private static final double EARLIEST_SECONDS = 0.3;

  private final LongSupplier nanos;
  private String stage = "";
  private long stageStart;
  private long doneAtStart;
  private TaskProgress current =
      new TaskProgress("", 0, 0, OptionalDouble.empty(), OptionalDouble.empty());

  ProgressMeter(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized TaskProgress update(String newStage, long done, long total) {
    long now = nanos.getAsLong();
    if (!newStage.equals(stage) || done < current.done()) {
      stage = newStage;
      stageStart = now;
      doneAtStart = done;
    }
    double seconds = (now - stageStart) / 1e9;
    OptionalDouble rate = OptionalDouble.empty();
    OptionalDouble left = OptionalDouble.empty();
    if (seconds >= EARLIEST_SECONDS && done > doneAtStart) {
      double perSecond = (done - doneAtStart) / seconds;
      rate = OptionalDouble.of(perSecond);
      left = total > done ? OptionalDouble.of((total - done) / perSecond) : left;
    }
    current = new TaskProgress(newStage, done, total, rate, left);
    return current;
  }

  synchronized TaskProgress current() {
    return current;
  }
}
