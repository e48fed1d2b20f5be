package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.ImageDecoder;
import dev.plumbline.stimulus.ImageLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Pictures decoded and prepared by workers, one task a picture.
final class ImageFiller implements BatchPipeline.Filler<ImageEncoder.Pictures> {
  private final List<Path> images;
  private final ImageDecoder decoder;
  private final ExecutorService workers;
  private final Cancellation cancellation;

  ImageFiller(
      List<Path> images, ImageLimits limits, ExecutorService workers, Cancellation cancellation) {
    this.images = images;
    this.decoder = new ImageDecoder(limits);
    this.workers = workers;
    this.cancellation = cancellation;
  }

  @Override
  public Supplier<List<Optional<PlumblineException>>> fill(
      ImageEncoder.Pictures batch, int first, int end) {
    List<Future<Optional<PlumblineException>>> slots = new ArrayList<>(end - first);
    for (int i = first; i < end; i++) {
      int slot = i - first;
      Path image = images.get(i);
      slots.add(workers.submit(() -> fill(batch, slot, image)));
    }
    return () -> slots.stream().map(cancellation::await).toList();
  }

  private Optional<PlumblineException> fill(ImageEncoder.Pictures batch, int slot, Path image) {
    cancellation.check();
    try {
      batch.put(slot, decoder.decode(image));
      return Optional.empty();
    } catch (PlumblineException e) {
      return Optional.of(e);
    }
  }
}
