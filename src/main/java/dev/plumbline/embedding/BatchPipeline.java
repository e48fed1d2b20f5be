package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Runs a graph on one batch after the other, several at a time, while later ones are filled. Only
/// a few batches exist, whatever the number of stimuli; results arrive in the order of the stimuli.
///
/// @param <B> a batch's buffers
final class BatchPipeline<B extends Encoder.Batch> implements AutoCloseable {
  /// Puts stimuli into batches.
  ///
  /// @param <B> a batch's buffers
  @FunctionalInterface
  interface Filler<B> {
    /// Begins to fill a batch with stimuli `first` to `end − 1`.
    ///
    /// @return waits until it is filled, and tells for each stimulus why it could not be read
    Supplier<List<Optional<PlumblineException>>> fill(B batch, int first, int end);
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

  private final Encoder<B> encoder;
  private final Filler<B> filler;
  private final Cancellation cancellation;
  private final ExecutorService lanes;

  BatchPipeline(Encoder<B> encoder, Filler<B> filler, Cancellation cancellation) {
    this.encoder = encoder;
    this.filler = filler;
    this.cancellation = cancellation;
    this.lanes =
        Executors.newFixedThreadPool(
            encoder.runs(), Thread.ofPlatform().daemon().name("plumbline-run-", 0).factory());
  }

  /// Embeds so many stimuli.
  void run(int stimuli, Sink sink) {
    Deque<B> free = new ArrayDeque<>();
    int batches = Math.min(2 * encoder.runs() + 1, Math.ceilDiv(stimuli, encoder.batch()));
    for (int i = 0; i < batches; i++) {
      free.add(encoder.newBatch());
    }
    Deque<Pending<B>> ahead = new ArrayDeque<>();
    int next = 0;
    while (next < stimuli || !ahead.isEmpty()) {
      cancellation.check();
      while (next < stimuli && !free.isEmpty()) {
        int end = Math.min(next + encoder.batch(), stimuli);
        ahead.add(start(free.remove(), next, end));
        next = end;
      }
      Pending<B> pending = ahead.remove();
      Done done = cancellation.await(pending.done());
      sink.accept(pending.first(), done.vectors(), done.failures());
      free.add(pending.batch());
    }
  }

  private Pending<B> start(B batch, int first, int end) {
    Supplier<List<Optional<PlumblineException>>> filled = filler.fill(batch, first, end);
    return new Pending<>(first, batch, lanes.submit(() -> finish(batch, end - first, filled)));
  }

  private Done finish(B batch, int n, Supplier<List<Optional<PlumblineException>>> filled) {
    List<Optional<PlumblineException>> failures = filled.get();
    cancellation.check();
    return new Done(encoder.encode(batch, n, cancellation), failures);
  }

  /// Waits for what is running; what waits to be filled is given up.
  @Override
  public void close() {
    lanes.shutdownNow();
    lanes.close();
  }
}
