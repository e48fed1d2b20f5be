package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.ImageLimits;

/// How embeddings are computed; none of it changes what they are, up to rounding.
///
/// @param device where to run
/// @param batch stimuli a run of the graph, where the graph allows it
/// @param threads threads of the runtime, and threads that decode
/// @param limits images above these are refused
/// @param skipBadImages whether an image that cannot be read is left out and listed, rather than
///   ending the work
/// @param mostNew work with more stimuli than these that are not in the cache is refused
public record EmbeddingSettings(
    Device device, int batch, int threads, ImageLimits limits, boolean skipBadImages, int mostNew) {
  public EmbeddingSettings {
    Arguments.check(batch > 0 && threads > 0, "batch and threads must be positive");
  }

  /// Device auto, batches of 16, as many threads as processors, bad images end the work.
  public static EmbeddingSettings defaults() {
    int processors = Runtime.getRuntime().availableProcessors();
    return new EmbeddingSettings(
        Device.AUTO, 16, processors, ImageLimits.defaults(), false, Integer.MAX_VALUE);
  }

  /// The same with another device.
  public EmbeddingSettings withDevice(Device other) {
    return new EmbeddingSettings(other, batch, threads, limits, skipBadImages, mostNew);
  }

  /// The same with another batch size.
  public EmbeddingSettings withBatch(int other) {
    return new EmbeddingSettings(device, other, threads, limits, skipBadImages, mostNew);
  }

  /// The same with another number of threads.
  public EmbeddingSettings withThreads(int other) {
    return new EmbeddingSettings(device, batch, other, limits, skipBadImages, mostNew);
  }

  /// The same with other limits of images.
  public EmbeddingSettings withLimits(ImageLimits other) {
    return new EmbeddingSettings(device, batch, threads, other, skipBadImages, mostNew);
  }

  /// The same with bad images left out or not.
  public EmbeddingSettings withSkipBadImages(boolean other) {
    return new EmbeddingSettings(device, batch, threads, limits, other, mostNew);
  }

  /// The same with another number of stimuli that may be new.
  public EmbeddingSettings withMostNew(int other) {
    return new EmbeddingSettings(device, batch, threads, limits, skipBadImages, other);
  }

  /// Throws if more are new than may be.
  void check(int missing) {
    if (missing > mostNew) {
      throw new PlumblineException(
          "%d stimuli are not in the cache of embeddings: run the study again.".formatted(missing));
    }
  }
}
