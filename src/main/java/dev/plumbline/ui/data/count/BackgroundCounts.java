package dev.plumbline.ui.data.count;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Cancellation;
import dev.plumbline.ui.session.TaskQueue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Counts what is not counted yet, one manifest after another, by itself or when asked.
///
/// What the user stopped, what is too much to begin unasked and what failed is not begun again by
/// itself until another file, column or term list makes it something else. All methods are called
/// on the screen's thread.
public final class BackgroundCounts {
  private final FullCount counting;
  private final TaskQueue queue;
  private final BiConsumer<CountSubject, CompositionResult> counted;
  private final Runnable changed;
  private final Map<CountSubject, CountState> ended = new HashMap<>();
  private final ReadOnlyObjectWrapper<CountState> state =
      new ReadOnlyObjectWrapper<>(new CountState.Nothing());
  private Optional<Count> running = Optional.empty();
  private Optional<CountSubject> lookedAt = Optional.empty();

  /// A count under way; `cancellation` comes a moment after it has begun.
  private static final class Count {
    private final CountSubject subject;
    private Optional<Cancellation> cancellation = Optional.empty();
    private boolean dropped;

    Count(CountSubject subject) {
      this.subject = subject;
    }

    void cancel() {
      cancellation.ifPresent(Cancellation::cancel);
    }
  }

  /// Either a result, or why there is none yet.
  private record Answer(Optional<CompositionResult> result, Optional<CountSize> tooMuch) {}

  /// @param queue counts one after another and knows how far the one under way has come
  /// @param counted takes a count
  /// @param changed called when another count may begin
  public BackgroundCounts(
      FullCount counting,
      TaskQueue queue,
      BiConsumer<CountSubject, CompositionResult> counted,
      Runnable changed) {
    this.counting = counting;
    this.queue = queue;
    this.counted = counted;
    this.changed = changed;
  }

  /// Stops counting what is not wanted any more.
  ///
  /// @param wanted everything that is not counted yet
  public void keep(List<CountSubject> wanted) {
    ended.keySet().retainAll(wanted);
    running
        .filter(count -> !wanted.contains(count.subject) && !count.dropped)
        .ifPresent(
            count -> {
              count.dropped = true;
              count.cancel();
            });
    lookedAt = lookedAt.filter(wanted::contains);
    show();
  }

  /// Begins the next count, if none is under way.
  ///
  /// @param looked what the user looks at, if it is not counted
  /// @param ready what may begin by itself, first first
  public void advance(Optional<CountSubject> looked, List<CountSubject> ready) {
    lookedAt = looked;
    if (running.isEmpty()) {
      ready.stream()
          .filter(subject -> !ended.containsKey(subject))
          .findFirst()
          .ifPresent(subject -> begin(subject, false));
    }
    show();
  }

  /// Counts what is looked at, however much it is; a count under way of something else is stopped
  /// and begun again later.
  public void start() {
    lookedAt.ifPresent(
        subject -> {
          ended.remove(subject);
          running
              .filter(count -> !count.subject.equals(subject))
              .ifPresent(
                  count -> {
                    count.dropped = true;
                    count.cancel();
                  });
          begin(subject, true);
          show();
        });
  }

  /// Stops the count of what is looked at; its estimate stays.
  public void stop() {
    running.filter(count -> isLookedAt(count.subject)).ifPresent(Count::cancel);
  }

  /// How far the count of what is looked at has come.
  public ReadOnlyObjectProperty<CountState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  private void begin(CountSubject subject, boolean asked) {
    Count count = new Count(subject);
    running = Optional.of(count);
    Cancellation submitted =
        queue.submit(
            (progress, cancellation) -> {
              Optional<CountSize> tooMuch =
                  asked ? Optional.empty() : counting.tooMuch(subject, cancellation);
              return tooMuch.isPresent()
                  ? new Answer(Optional.empty(), tooMuch)
                  : new Answer(
                      Optional.of(counting.count(subject, progress, cancellation)),
                      Optional.empty());
            },
            new TaskQueue.Outcome<Answer>(
                answer -> end(count, answer),
                () -> end(count, new CountState.Offered(Optional.empty())),
                sentence -> end(count, new CountState.Failed(sentence))));
    count.cancellation = Optional.of(submitted);
  }

  private void end(Count count, Answer answer) {
    if (answer.tooMuch().isPresent()) {
      end(count, new CountState.Offered(answer.tooMuch()));
      return;
    }
    running = running.filter(now -> now != count);
    if (!count.dropped) {
      counted.accept(count.subject, answer.result().orElseThrow());
    }
    show();
    changed.run();
  }

  private void end(Count count, CountState how) {
    running = running.filter(now -> now != count);
    if (!count.dropped) {
      ended.put(count.subject, how);
    }
    show();
    changed.run();
  }

  private boolean isLookedAt(CountSubject subject) {
    return lookedAt.filter(subject::equals).isPresent();
  }

  private void show() {
    if (lookedAt.isEmpty()) {
      state.set(new CountState.Nothing());
    } else if (running.filter(count -> isLookedAt(count.subject)).isPresent()) {
      state.set(new CountState.Counting());
    } else {
      state.set(ended.getOrDefault(lookedAt.get(), new CountState.Waiting()));
    }
  }
}
