package dev.plumbline.embedding;

import com.google.gson.JsonObject;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.stimulus.ImageDecoder;
import dev.plumbline.stimulus.ImageFolder;
import dev.plumbline.stimulus.ImageLimits;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// How near embedding comes to what the machine can do: images/s from JPEG files and texts/s,
/// against ONNX Runtime alone, against the ceiling that decoding leaves, against PyTorch with
/// Pillow, and against a second run from the cache.
///
/// Arguments: a folder with the bundle `vit-b32` and the pictures `photos`, both made by
/// `src/bench/recipe`; the number of pictures (default all).
final class ImageThroughput {
  private static final int BATCH = 8;
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final int BARE = 192;
  private static final int TEXTS = 400;
  private static final int TORCH = 128;

  private final Path folder;
  private final List<Path> photos;
  private final ModelBundle bundle;
  private final EmbeddingSettings settings =
      EmbeddingSettings.defaults().withBatch(BATCH).withDevice(Device.CPU);

  private ImageThroughput(Path folder, int count) {
    this.folder = folder;
    List<Path> all = ImageFolder.list(folder.resolve("photos"));
    this.photos = all.subList(0, Math.min(count, all.size()));
    this.bundle = BundleReader.read(folder.resolve("vit-b32"));
  }

  public static void main(String... arguments) throws Exception {
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE;
    new ImageThroughput(Path.of(arguments[0]), count).run();
  }

  private void run() throws Exception {
    say("%d pictures, %d cores, batches of %d", photos.size(), CORES, BATCH);
    prepare(64);
    Measured bareBefore;
    Measured lanesBefore;
    try (BareLoop one = BareLoop.images(bundle.folder(), 1, CORES);
        BareLoop lanes = BareLoop.images(bundle.folder(), CORES, 1)) {
      one.measure(4 * BATCH);
      bareBefore = one.measure(BARE);
      lanes.measure(2 * CORES * BATCH);
      lanesBefore = lanes.measure(BARE);
    }
    Measured prepareBefore = prepare(photos.size() / 4);
    Path cacheFolder = Files.createTempDirectory("plumbline-bench");
    resetPeaks();
    Embeddings[] made = new Embeddings[1];
    Measured whole = Measured.of(() -> embed(cacheFolder, made));
    double peak = peakHeap();
    Measured again = Measured.of(() -> embed(cacheFolder, new Embeddings[1]));
    Measured prepared = prepareBefore.plus(prepare(photos.size() / 4));
    Measured bare;
    Measured lanes;
    try (BareLoop one = BareLoop.images(bundle.folder(), 1, CORES);
        BareLoop many = BareLoop.images(bundle.folder(), CORES, 1)) {
      one.measure(2 * BATCH);
      bare = bareBefore.plus(one.measure(BARE));
      many.measure(CORES * BATCH);
      lanes = lanesBefore.plus(many.measure(BARE));
    }
    say("ONNX Runtime alone, one caller of %d threads: %s", CORES, bare);
    say("ONNX Runtime alone, %d callers of one thread: %s", CORES, lanes);
    say("decoding and resizing, %d threads:            %s", CORES, prepared);
    say("Plumbline, files to embeddings:              %s", whole);
    double faster = Math.max(bare.perSecond(), lanes.perSecond());
    double cpu = Math.min(bare.cpuPerItem(), lanes.cpuPerItem());
    double ceiling = CORES / (prepared.cpuPerItem() + cpu);
    say("ceiling: %.2f/s", ceiling);
    ratio("whole / ceiling", whole.perSecond() / ceiling, 0.95);
    ratio("whole / one caller", whole.perSecond() / bare.perSecond(), 0.80);
    ratio("whole / faster of both", whole.perSecond() / faster, 0.80);
    ratio("ceiling / faster of both", ceiling / faster, 0.80);
    say("peak heap %.0f MB", peak / 1e6);
    ratio("1 GB / peak heap", 1e9 / peak, 1);
    ratio("first run / second run, from the cache", whole.seconds() / again.seconds(), 50);
    torch(whole, made[0]);
    texts();
  }

  private int embed(Path cache, Embeddings[] made) {
    made[0] =
        new Embedder(settings, EmbeddingCache.at(cache, EmbeddingCache.DEFAULT_BYTES))
            .images(bundle, photos, Progress.none(), new Cancellation());
    return photos.size();
  }

  private Measured prepare(int count) throws Exception {
    ImageDecoder decoder = new ImageDecoder(ImageLimits.defaults());
    ImagePreprocessing preprocessing = bundle.preprocessing();
    try (ExecutorService threads = Executors.newFixedThreadPool(CORES)) {
      return Measured.of(
          () -> {
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
          });
    }
  }

  private void torch(Measured whole, Embeddings ours) throws Exception {
    TorchPipeline pipeline =
        new TorchPipeline(folder.resolve("photos"), folder.resolve("torch.npy"));
    Optional<JsonObject> report = pipeline.run(Math.min(TORCH, photos.size()), CORES);
    if (report.isEmpty()) {
      say("PyTorch with Pillow: not compared, since they cannot be run here");
      return;
    }
    say("PyTorch with Pillow: %s", report.get());
    double theirs = report.get().get("imagesPerSecond").getAsDouble();
    ratio("whole / PyTorch with Pillow", whole.perSecond() / theirs, 1.25);
    say("largest cosine distance to PyTorch's embeddings: %.1e", pipeline.distance(ours));
  }

  private void texts() throws Exception {
    List<String> texts =
        IntStream.range(0, TEXTS).mapToObj(i -> "a photo of thing number " + i).toList();
    try (BareLoop one = BareLoop.texts(bundle.folder(), 1, CORES);
        BareLoop lanes = BareLoop.texts(bundle.folder(), CORES, 1)) {
      one.measure(4 * BATCH);
      lanes.measure(2 * CORES * BATCH);
      Measured bare = one.measure(BARE);
      Measured many = lanes.measure(BARE);
      Embedder embedder = new Embedder(settings, EmbeddingCache.none());
      embedder.texts(bundle, texts.subList(0, 16), Progress.none(), new Cancellation());
      Measured whole =
          Measured.of(
              () -> {
                embedder.texts(bundle, texts, Progress.none(), new Cancellation());
                return texts.size();
              });
      bare = bare.plus(one.measure(BARE));
      many = many.plus(lanes.measure(BARE));
      say("texts, one caller alone: %s; %d callers: %s; Plumbline: %s", bare, CORES, many, whole);
      double faster = Math.max(bare.perSecond(), many.perSecond());
      ratio("texts / one caller", whole.perSecond() / bare.perSecond(), 0.95);
      ratio("texts / faster of both", whole.perSecond() / faster, 0.95);
    }
  }

  private static void resetPeaks() {
    System.gc();
    heapPools().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  /// Sum of the pools' peaks, at least the true peak.
  private static double peakHeap() {
    return heapPools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
  }

  private static List<MemoryPoolMXBean> heapPools() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .toList();
  }

  private static void ratio(String name, double value, double wanted) {
    say("  %-40s %7.3f  (wanted %.2f: %s)", name, value, wanted, value >= wanted ? "yes" : "no");
  }

  private static void say(String format, Object... values) {
    System.out.printf(format + "%n", values);
  }
}
