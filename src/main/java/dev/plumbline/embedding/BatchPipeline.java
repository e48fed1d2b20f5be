package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Runs a graph on one batch after the other, several at a time, while later ones are filled. Only
/// a few batches exist, whatever the number of stimuli; results arrive in the order of the stimuli.
///
/// @param <B> a batch's buffers
final class BatchPipeline<B> implements AutoCloseable {
  /// What is run on what.
  ///
  /// @param <B> a batch's buffers
  interface Work<B> {
    /// Most stimuli a batch.
    int batch();

    /// Batches that may run at a time.
    int runs();

    B newBatch();

    /// Begins to fill a batch with stimuli `first` to `end − 1`.
    ///
    /// @return waits until it is filled, and tells for each stimulus why it could not be read
    Supplier<List<Optional<PlumblineException>>> fill(B batch, int first, int end);

    /// Embeds the first `n` stimuli of a batch, shape `[n, dims]`.
    FloatMatrix encode(B batch, int n);
  }

  /// Takes the embeddings of one batch.
  @FunctionalInterface
  interface Sink {
    /// @param first index of the batch's first stimulus
    /// @param vectors shape `[stimuli of the batch, dims]`; rows of failed stimuli mean nothing
    /// @param failures for each stimulus why it could not be read, empty if it could
    void accept(int first, FloatMatrix vectors, List<Optional<PlumblineException>> failures);
  }

  private record Done(FloatMatrix vectors, List<Optional<PlumblineException>> failures) {}

  private record Pending<B>(int first, B batch, Future<Done> done) {}

  private final Work<B> work;
  private final Cancellation cancellation;
  private final ExecutorService lanes;

  BatchPipeline(Work<B> work, Cancellation cancellation) {
    this.work = work;
    this.cancellation = cancellation;
    this.lanes =
        Executors.newFixedThreadPool(
            work.runs(), Thread.ofPlatform().daemon().name("plumbline-run-", 0).factory());
  }

  /// Embeds so many stimuli.
  void run(int stimuli, Sink sink) {
    Deque<B> free = new ArrayDeque<>();
    int batches = Math.min(2 * work.runs() + 1, Math.ceilDiv(stimuli, work.batch()));
    for (int i = 0; i < batches; i++) {
      free.add(work.newBatch());
    }
    Deque<Pending<B>> ahead = new ArrayDeque<>();
    int next = 0;
    while (next < stimuli || !ahead.isEmpty()) {
      cancellation.check();
      while (next < stimuli && !free.isEmpty()) {
        int end = Math.min(next + work.batch(), stimuli);
        ahead.add(start(free.remove(), next, end));
        next = end;
      }
      Pending<B> pending = ahead.remove();
      Done done = get(pending.done());
      sink.accept(pending.first(), done.vectors(), done.failures());
      free.add(pending.batch());
    }
  }

  private Pending<B> start(B batch, int first, int end) {
    Supplier<List<Optional<PlumblineException>>> filled = work.fill(batch, first, end);
    return new Pending<>(first, batch, lanes.submit(() -> finish(batch, end - first, filled)));
  }

  private Done finish(B batch, int n, Supplier<List<Optional<PlumblineException>>> filled) {
    List<Optional<PlumblineException>> failures = filled.get();
    cancellation.check();
    return new Done(work.encode(batch, n), failures);
  }

  /// The result of a task, with the exception it ended with.
  static <T> T get(Future<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("Interrupted.");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Waits for what is running; what waits to be filled is given up.
  @Override
  public void close() {
    lanes.shutdownNow();
    lanes.close();
  }
}
