package dev.plumbline.study;

import dev.plumbline.core.Arguments;
import dev.plumbline.embedding.Device;
import dev.plumbline.embedding.EmbeddingCache;
import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.stimulus.ImageLimits;
import java.nio.file.Path;
import java.util.Optional;

/// With what means a study is run; none of it changes a number beyond a device's own rounding.
///
/// @param device `auto`, `cpu`, `cuda` or `coreml`
/// @param threads threads that compute
/// @param batch stimuli a model sees at once
/// @param images images above these are refused unread
/// @param cache folder of the embedding cache, empty for none
/// @param cacheBytes size above which the cache gives up what was not used for the longest time
/// @param queryMemory bytes the query engine may hold in memory before it goes to disk
public record RunSettings(
    String device,
    int threads,
    int batch,
    ImageLimits images,
    Optional<Path> cache,
    long cacheBytes,
    long queryMemory) {
  public RunSettings {
    Arguments.notBlank(device, "device");
    Arguments.check(threads >= 1, "threads must be at least 1");
    Arguments.check(batch >= 1, "batch must be at least 1");
    Arguments.check(cacheBytes > 0, "cacheBytes must be positive");
    Arguments.check(queryMemory > 0, "queryMemory must be positive");
  }

  /// Any device, all processors, batches of 8, the user's cache folder with the limit set for it, 1
  /// GiB for queries.
  public static RunSettings defaults() {
    Path cache = EmbeddingCache.defaultFolder();
    return new RunSettings(
        "auto",
        Runtime.getRuntime().availableProcessors(),
        8,
        ImageLimits.defaults(),
        Optional.of(cache),
        EmbeddingCache.limitOf(cache),
        1L << 30);
  }

  /// The same with another number of threads.
  public RunSettings withThreads(int number) {
    return new RunSettings(device, number, batch, images, cache, cacheBytes, queryMemory);
  }

  /// The same with another cache folder, empty for none.
  public RunSettings withCache(Optional<Path> folder) {
    return new RunSettings(device, threads, batch, images, folder, cacheBytes, queryMemory);
  }

  /// How embeddings are computed with `number` of the threads.
  public EmbeddingSettings embedding(int number) {
    return EmbeddingSettings.defaults()
        .withDevice(Device.parse(device))
        .withBatch(batch)
        .withThreads(number)
        .withLimits(images);
  }

  /// The embedding cache, one that keeps nothing if no folder is set.
  public EmbeddingCache embeddingCache() {
    return cache
        .map(folder -> EmbeddingCache.at(folder, cacheBytes))
        .orElseGet(EmbeddingCache::none);
  }
}
