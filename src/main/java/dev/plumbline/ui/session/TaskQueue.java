package dev.plumbline.ui.session;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Long tasks, one at a time; the one running is shown with its progress and can be cancelled.
///
/// All methods are called on the screen's thread.
public final class TaskQueue {
  private static final Logger LOG = LoggerFactory.getLogger(TaskQueue.class);

  private static final long PAUSE_MILLIS = 100;

  private final Workers workers;
  private final LongSupplier nanos;
  private final List<Entry<?>> open = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Optional<TaskProgress>> current =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyIntegerWrapper waiting = new ReadOnlyIntegerWrapper();

  /// Something long.
  ///
  /// @param <T> what it gives
  @FunctionalInterface
  public interface Work<T> {
    /// Does it, on a background thread.
    T run(Progress progress, Cancellation cancellation) throws Exception;
  }

  /// What follows, on the screen's thread; exactly one of the three is called.
  ///
  /// @param done takes the result
  /// @param cancelled called if the task was cancelled
  /// @param failed takes one sentence
  public record Outcome<T>(Consumer<T> done, Runnable cancelled, Consumer<String> failed) {}

  private record Entry<T>(
      Work<T> work, Outcome<T> outcome, Cancellation cancellation, ProgressMeter meter) {}

  /// A queue that works with these threads.
  public TaskQueue(Workers workers) {
    this(workers, System::nanoTime);
  }

  TaskQueue(Workers workers, LongSupplier nanos) {
    this.workers = workers;
    this.nanos = nanos;
  }

  /// Adds a task.
  ///
  /// @return cancels it, whether it runs or waits
  public <T> Cancellation submit(Work<T> work, Outcome<T> outcome) {
    Entry<T> entry = new Entry<>(work, outcome, new Cancellation(), new ProgressMeter(nanos));
    open.add(entry);
    update();
    workers.runs().execute(() -> perform(entry));
    return entry.cancellation();
  }

  /// Cancels the running task.
  public void cancelCurrent() {
    if (!open.isEmpty()) {
      open.getFirst().cancellation().cancel();
    }
  }

  /// Cancels all tasks.
  public void cancelAll() {
    List.copyOf(open).forEach(entry -> entry.cancellation().cancel());
  }

  /// The running task.
  public ReadOnlyObjectProperty<Optional<TaskProgress>> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /// Tasks that wait for the running one.
  public ReadOnlyIntegerProperty waitingProperty() {
    return waiting.getReadOnlyProperty();
  }

  private <T> void perform(Entry<T> entry) {
    try {
      entry.cancellation().check();
      T result = entry.work().run(progressOf(entry), entry.cancellation());
      finish(entry, () -> entry.outcome().done().accept(result));
    } catch (CancellationException e) {
      finish(entry, entry.outcome().cancelled());
    } catch (PlumblineException e) {
      LOG.warn("A task failed: {}", e.getMessage(), e.getCause());
      finish(entry, () -> entry.outcome().failed().accept(e.getMessage()));
    } catch (Exception | LinkageError e) {
      LOG.error("A task failed unexpectedly", e);
      finish(entry, () -> entry.outcome().failed().accept(String.valueOf(e.getMessage())));
    }
  }

  private Progress progressOf(Entry<?> entry) {
    Paced<TaskProgress> paced =
        new Paced<>(workers.screen(), PAUSE_MILLIS, nanos, now -> showProgress(entry, now));
    return (stage, done, total) -> paced.tell(entry.meter().update(stage, done, total));
  }

  private void showProgress(Entry<?> entry, TaskProgress progress) {
    if (!open.isEmpty() && open.getFirst() == entry) {
      current.set(Optional.of(progress));
    }
  }

  private void finish(Entry<?> entry, Runnable outcome) {
    workers
        .screen()
        .execute(
            () -> {
              open.remove(entry);
              update();
              outcome.run();
            });
  }

  private void update() {
    waiting.set(Math.max(0, open.size() - 1));
    current.set(open.isEmpty() ? Optional.empty() : Optional.of(open.getFirst().meter().current()));
  }
}
