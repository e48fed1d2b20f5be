package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.ImageDecoder;
import dev.plumbline.stimulus.ImageLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Pictures decoded and prepared by workers, one task a picture.
final class ImageWork implements BatchPipeline.Work<ImageEncoder.Batch> {
  private static final long PATIENCE_MILLIS = 100;

  private final ImageEncoder encoder;
  private final List<Path> images;
  private final ImageDecoder decoder;
  private final ExecutorService workers;
  private final Cancellation cancellation;

  ImageWork(
      ImageEncoder encoder,
      List<Path> images,
      ImageLimits limits,
      ExecutorService workers,
      Cancellation cancellation) {
    this.encoder = encoder;
    this.images = images;
    this.decoder = new ImageDecoder(limits);
    this.workers = workers;
    this.cancellation = cancellation;
  }

  @Override
  public int batch() {
    return encoder.batch();
  }

  @Override
  public int runs() {
    return encoder.runs();
  }

  @Override
  public ImageEncoder.Batch newBatch() {
    return encoder.new Batch();
  }

  @Override
  public Supplier<List<Optional<PlumblineException>>> fill(
      ImageEncoder.Batch batch, int first, int end) {
    List<Future<Optional<PlumblineException>>> slots = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      int slot = i - first;
      Path image = images.get(i);
      slots.add(workers.submit(() -> fill(batch, slot, image)));
    }
    return () -> slots.stream().map(this::await).toList();
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

  /// Decoding one picture cannot be interrupted, waiting for it can.
  private Optional<PlumblineException> await(Future<Optional<PlumblineException>> slot) {
    while (true) {
      cancellation.check();
      try {
        return slot.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException _) {
        continue;
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

  @Override
  public FloatMatrix encode(ImageEncoder.Batch batch, int n) {
    return encoder.encode(batch, n, cancellation);
  }
}
