package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Embeds one list of image files. Owns the threads that read them.
final class ImageRun implements AutoCloseable {
  private static final String STAGE = "embedding images";

  private final ModelBundle bundle;
  private final List<Path> images;
  private final EmbeddingSettings settings;
  private final FileDigests digests;
  private final Progress progress;
  private final Cancellation cancellation;
  private final ExecutorService workers;
  private final List<RejectedStimulus> rejected = new ArrayList<>();

  ImageRun(
      ModelBundle bundle,
      List<Path> images,
      EmbeddingSettings settings,
      FileDigests digests,
      Progress progress,
      Cancellation cancellation) {
    this.bundle = bundle;
    this.images = images;
    this.settings = settings;
    this.digests = digests;
    this.progress = progress;
    this.cancellation = cancellation;
    this.workers =
        Executors.newFixedThreadPool(
            settings.threads(),
            Thread.ofPlatform().daemon().name("plumbline-decode-", 0).factory());
  }

  Embeddings embed(VectorPack pack, long started) {
    List<String> names = images.stream().map(image -> image.getFileName().toString()).toList();
    EmbeddingRows rows = new EmbeddingRows(bundle, names, keys(), pack);
    UsedDevice device = compute(rows);
    rejected.sort(Comparator.comparing(RejectedStimulus::index));
    return rows.finish(device, started, rejected);
  }

  /// What is not remembered is read, by all threads.
  private List<Optional<StimulusKey>> keys() {
    List<Supplier<String>> found = new ArrayList<>(images.size());
    for (Path image : images) {
      found.add(digest(image));
    }
    List<Optional<StimulusKey>> keys = new ArrayList<>(images.size());
    for (int i = 0; i < found.size(); i++) {
      try {
        keys.add(Optional.of(StimulusKey.ofHex(found.get(i).get())));
      } catch (PlumblineException e) {
        keys.add(Optional.empty());
        reject(List.of(i), e);
      }
    }
    return keys;
  }

  private Supplier<String> digest(Path image) {
    try {
      Optional<String> remembered = digests.remembered(image);
      if (remembered.isPresent()) {
        return remembered::get;
      }
    } catch (PlumblineException e) {
      return () -> {
        throw e;
      };
    }
    Future<String> reading = workers.submit(() -> read(image));
    return () -> cancellation.await(reading);
  }

  private String read(Path image) {
    cancellation.check();
    return digests.of(image);
  }

  private UsedDevice compute(EmbeddingRows rows) {
    List<StimulusKey> missing = rows.missing();
    progress.update(STAGE, images.size() - (long) missing.size(), images.size());
    if (missing.isEmpty()) {
      return UsedDevice.cache(settings.device());
    }
    settings.check(missing.size());
    List<Path> files = missing.stream().map(key -> images.get(rows.first(key))).toList();
    try (ImageEncoder encoder = ImageEncoder.open(bundle, settings, files.size());
        BatchPipeline<ImageEncoder.Pictures> pipeline =
            new BatchPipeline<>(
                encoder,
                new ImageFiller(files, settings.limits(), workers, cancellation),
                cancellation)) {
      pipeline.run(
          files.size(),
          (first, vectors, failures) -> {
            int end = first + failures.size();
            take(rows, missing.subList(first, end), vectors, failures);
            long left = (long) missing.size() - end;
            progress.update(STAGE, images.size() - left, images.size());
          });
      return encoder.device();
    }
  }

  /// Keeps what succeeded before it complains of what did not.
  private void take(
      EmbeddingRows rows,
      List<StimulusKey> keys,
      FloatMatrix vectors,
      List<Optional<PlumblineException>> failures) {
    List<Integer> good = new ArrayList<>(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      if (failures.get(i).isEmpty()) {
        good.add(i);
      }
    }
    if (!good.isEmpty()) {
      int[] chosen = good.stream().mapToInt(Integer::intValue).toArray();
      rows.add(good.stream().map(keys::get).toList(), vectors.select(chosen));
    }
    for (int i = 0; i < keys.size(); i++) {
      if (failures.get(i).isPresent()) {
        reject(rows.places(keys.get(i)), failures.get(i).get());
      }
    }
  }

  private void reject(List<Integer> places, PlumblineException e) {
    if (!settings.skipBadImages()) {
      throw e;
    }
    for (int place : places) {
      String name = images.get(place).getFileName().toString();
      rejected.add(new RejectedStimulus(place, name, e.getMessage()));
    }
  }

  /// Does not wait for a picture that is just being read, which would delay the end of a cancelled
  /// run.
  @Override
  public void close() {
    workers.shutdownNow();
  }
}
