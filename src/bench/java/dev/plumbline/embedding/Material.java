package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.stimulus.ImageDecoder;
import dev.plumbline.stimulus.ImageFolder;
import dev.plumbline.stimulus.ImageLimits;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What the recipes of `src/bench/recipe` made: a bundle of the shape of ViT-B/32 with random
/// weights, and photos.
///
/// @param folder of both
/// @param bundle read from `vit-b32`
/// @param photos some of `photos`
record Material(Path folder, ModelBundle bundle, List<Path> photos) {
  static final int BATCH = 8;
  static final int CORES = Runtime.getRuntime().availableProcessors();
  static final EmbeddingSettings SETTINGS =
      EmbeddingSettings.defaults().withBatch(BATCH).withDevice(Device.CPU);

  /// @param arguments the folder; the number of photos
  static Material of(String[] arguments, int usualCount) {
    Path folder = Path.of(arguments[0]);
    List<Path> all = ImageFolder.list(folder.resolve("photos"));
    int count = number(arguments, 1, usualCount);
    return new Material(
        folder,
        BundleReader.read(folder.resolve("vit-b32")),
        all.subList(0, Math.min(count, all.size())));
  }

  static int number(String[] arguments, int place, int usual) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
  }

  /// Files to embeddings, as a user has it.
  Embeddings embed(EmbeddingCache cache) {
    return new Embedder(SETTINGS, cache)
        .images(bundle, photos, Progress.none(), new Cancellation());
  }

  /// Decodes and prepares the first photos on all cores.
  int prepare(int count) throws Exception {
    ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults());
    ImagePreprocessing preprocessing = bundle.preprocessing();
    try (ExecutorService threads = Executors.newFixedThreadPool(CORES)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Path photo = photos.get(i % photos.size());
        work.add(
            () -> {
              float[] values = new float[preprocessing.values()];
              preprocessing.apply(decoder.decode(photo), FloatBuffer.wrap(values));
              return null;
            });
      }
      for (Future<Void> done : threads.invokeAll(work)) {
        done.get();
      }
      return count;
    }
  }
}
