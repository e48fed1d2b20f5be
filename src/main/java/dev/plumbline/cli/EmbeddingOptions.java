package dev.plumbline.cli;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.embedding.Device;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.study.RunSettings;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say with what means models are run.
final class EmbeddingOptions {
  @Option(
      names = "--device",
      paramLabel = "auto|cpu|cuda|coreml",
      description = "Where models run (default: auto).")
  private String device;

  @Option(names = "--batch", paramLabel = "N", description = "Stimuli a model sees at once.")
  private Integer batch;

  @Option(names = "--threads", paramLabel = "N", description = "Threads (default: all processors).")
  private Integer threads;

  @Option(names = "--no-cache", description = "Neither read nor write the embedding cache.")
  private boolean noCache;

  @Option(
      names = "--cache-size",
      paramLabel = "BYTES",
      converter = ByteCount.class,
      description =
          "Bytes the cache may take, such as 500M or 20G; what was not used for the longest time"
              + " goes first (default: 4G).")
  private Long cacheSize;

  @Mixin private ImageLimitOptions images;

  /// The settings asked for, the defaults for what was not named.
  ///
  /// @throws PlumblineException if a value is not allowed
  RunSettings settings() {
    RunSettings defaults = RunSettings.defaults();
    if (cacheSize != null && cacheSize < 1) {
      throw new PlumblineException("--cache-size must be at least 1.");
    }
    try {
      return new RunSettings(
          device == null ? defaults.device() : Device.parse(device).label(),
          threads == null ? defaults.threads() : threads,
          batch == null ? defaults.batch() : batch,
          images.limits(),
          noCache ? Optional.empty() : defaults.cache(),
          cacheSize == null ? defaults.cacheBytes() : cacheSize,
          defaults.queryMemory());
    } catch (IllegalArgumentException e) {
      throw new PlumblineException("--" + e.getMessage() + ".", e);
    }
  }

  /// An embedder of these settings.
  Embedder embedder() {
    RunSettings settings = settings();
    return new Embedder(settings.embedding(settings.threads()), settings.embeddingCache());
  }
}
