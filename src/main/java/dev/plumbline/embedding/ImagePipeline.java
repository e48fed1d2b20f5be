package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.ImageDecoder;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/// Decodes and prepares pictures on several threads while earlier ones are embedded. Only a few
/// batches exist at a time, whatever the number of pictures.
final class ImagePipeline {
  private static final int BATCHES = 3;

  /// Takes the embeddings of one batch.
  @FunctionalInterface
  interface Sink {
    /// @param first index of the batch's first picture
    /// @param vectors shape `[pictures of the batch, dims]`; rows of failed pictures mean nothing
    /// @param failures for each picture why it could not be read, empty if it could
    void accept(int first, FloatMatrix vectors, List<Optional<PlumblineException>> failures);
  }

  private record Pending(
      int first, ImageEncoder.Batch batch, List<Future<Optional<PlumblineException>>> slots) {}

  private final ImageEncoder encoder;
  private final ImageDecoder decoder;
  private final ExecutorService workers;
  private final Cancellation cancellation;

  ImagePipeline(
      ImageEncoder encoder,
      ImageDecoder decoder,
      ExecutorService workers,
      Cancellation cancellation) {
    this.encoder = encoder;
    this.decoder = decoder;
    this.workers = workers;
    this.cancellation = cancellation;
  }

  /// Embeds pictures in their order.
  void run(List<Path> images, Sink sink) {
    Deque<ImageEncoder.Batch> free = new ArrayDeque<>();
    int batches = Math.min(BATCHES, Math.ceilDiv(images.size(), encoder.batch()));
    for (int i = 0; i < batches; i++) {
      free.add(encoder.new Batch());
    }
    Deque<Pending> ahead = new ArrayDeque<>();
    int next = 0;
    while (next < images.size() || !ahead.isEmpty()) {
      cancellation.check();
      while (next < images.size() && !free.isEmpty()) {
        int end = Math.min(next + encoder.batch(), images.size());
        ahead.add(start(next, images.subList(next, end), free.remove()));
        next = end;
      }
      Pending pending = ahead.remove();
      List<Optional<PlumblineException>> failures = await(pending.slots());
      FloatMatrix vectors = encoder.encode(pending.batch(), failures.size(), cancellation);
      sink.accept(pending.first(), vectors, failures);
      free.add(pending.batch());
    }
  }

  private Pending start(int first, List<Path> images, ImageEncoder.Batch batch) {
    List<Future<Optional<PlumblineException>>> slots = new ArrayList<>(images.size());
    for (int slot = 0; slot < images.size(); slot++) {
      int here = slot;
      slots.add(workers.submit(() -> fill(batch, here, images.get(here))));
    }
    return new Pending(first, batch, slots);
  }

  private Optional<PlumblineException> fill(ImageEncoder.Batch batch, int slot, Path image) {
    cancellation.check();
    try {
      batch.put(slot, decoder.decode(image));
      return Optional.empty();
    } catch (PlumblineException e) {
      return Optional.of(e);
    }
  }

  /// Waits for all, so that no thread writes into a buffer that is used again.
  private static <T> List<T> await(List<Future<T>> slots) {
    List<T> results = new ArrayList<>(slots.size());
    for (Future<T> slot : slots) {
      results.add(get(slot));
    }
    return results;
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
}
