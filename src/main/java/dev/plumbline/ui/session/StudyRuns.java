package dev.plumbline.ui.session;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.study.Failure;
import dev.plumbline.study.RunListener;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// Runs the study on screen. A newer run cancels the older; only the newest reaches the screen.
public final class StudyRuns {
  private static final long PAUSE_MILLIS = 250;

  private final StudySession session;
  private final TaskQueue tasks;
  private final Workers workers;
  private final Supplier<Runner> runner;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private Optional<Cancellation> newest = Optional.empty();
  private long newestRun;

  /// Does a run; called on a background thread.
  @FunctionalInterface
  public interface Runner {
    /// Runs `request` to its end or until cancelled.
    Study run(StudyRequest request, RunListener listener, Cancellation cancellation);
  }

  /// Runs with what `runner` gives at the start of each run.
  public StudyRuns(
      StudySession session, TaskQueue tasks, Workers workers, Supplier<Runner> runner) {
    this.session = session;
    this.tasks = tasks;
    this.workers = workers;
    this.runner = runner;
  }

  /// Runs the request as it is now.
  public void run() {
    cancel();
    long run = ++newestRun;
    StudyRequest request = session.request();
    Runner means = runner.get();
    running.set(true);
    Cancellation submitted =
        tasks.submit(
            (progress, cancellation) -> {
              RunListener listener = listener(run, request, progress, cancellation);
              Study study = means.run(request, listener, cancellation);
              cancellation.check();
              return study;
            },
            outcome(run));
    newest = running.get() ? Optional.of(submitted) : Optional.empty();
  }

  /// Cancels the run.
  public void cancel() {
    newest.ifPresent(Cancellation::cancel);
  }

  /// Whether a run is under way or waits.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  private TaskQueue.Outcome<Study> outcome(long run) {
    return new TaskQueue.Outcome<>(
        study -> ended(run, () -> session.finished(study)),
        () -> ended(run, session::interrupted),
        sentence ->
            ended(
                run,
                () -> {
                  session.interrupted();
                  session.notices().error(sentence);
                }));
  }

  private void ended(long run, Runnable then) {
    if (run == newestRun) {
      newest = Optional.empty();
      running.set(false);
      then.run();
    }
  }

  private RunListener listener(
      long run, StudyRequest request, Progress progress, Cancellation mine) {
    Paced<StudyResult> paced =
        new Paced<>(
            workers.screen(),
            PAUSE_MILLIS,
            System::nanoTime,
            soFar -> show(run, request, soFar, mine));
    return new RunListener() {
      @Override
      public void progress(String stage, long done, long total) {
        progress.update(stage, done, total);
      }

      @Override
      public void partial(StudyResult soFar) {
        paced.tell(soFar);
      }

      @Override
      public void failed(Failure failure) {
        workers
            .screen()
            .execute(
                () -> session.notices().warning(failure.subject() + ": " + failure.sentence()));
      }
    };
  }

  private void show(long run, StudyRequest request, StudyResult soFar, Cancellation mine) {
    if (run == newestRun && running.get() && !mine.cancelled()) {
      session.arrived(request, soFar);
    }
  }
}
