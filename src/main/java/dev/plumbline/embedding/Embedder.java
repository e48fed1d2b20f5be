package dev.plumbline.embedding;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import java.nio.file.Path;
import java.util.List;

/// Embeds images and texts with a model: how does this model see this stimulus?
///
/// What the cache knows is not computed; where it knows all, no model is opened. The rest is
/// embedded in batches, decoding and preparing pictures on other threads meanwhile, and kept in the
/// cache batch by batch, so that a run that was stopped goes on where it ended. Vectors have
/// Euclidean length 1. A model without a graph gives the vectors it has; stimuli it has none of are
/// like images that cannot be read.
public final class Embedder {
  /// Changes with the decoding and preparation of pictures, so that older vectors are not used.
  private static final String IMAGE_VERSION = "image-1";

  private final EmbeddingSettings settings;
  private final EmbeddingCache cache;

  /// An embedder that computes as the settings say and keeps what it computed.
  public Embedder(EmbeddingSettings settings, EmbeddingCache cache) {
    this.settings = settings;
    this.cache = cache;
  }

  /// Embeds image files.
  ///
  /// @return one row an image, in the order given, named by file name
  /// @throws PlumblineException if the model cannot be right for images or an image cannot be read;
  ///   with bad images skipped, only if none can
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Embeddings images(
      ModelBundle bundle, List<Path> images, Progress progress, Cancellation cancellation) {
    long started = System.nanoTime();
    if (bundle.vectors().isPresent()) {
      VectorList list = bundle.vectors().get().require(Modality.IMAGE);
      return new PrecomputedLookup(list, settings, cache.digests()).images(images, started);
    }
    Tower tower = bundle.require(Modality.IMAGE);
    try (VectorPack pack = open(tower, IMAGE_VERSION, bundle.preprocessing().toString());
        ImageRun run =
            new ImageRun(bundle, images, settings, cache.digests(), progress, cancellation)) {
      return run.embed(pack, started);
    }
  }

  /// Embeds texts.
  ///
  /// @return one row a text, in the order given, named by the text
  /// @throws PlumblineException if the model cannot be right for texts
  /// @throws java.util.concurrent.CancellationException if cancelled
  public Embeddings texts(
      ModelBundle bundle, List<String> texts, Progress progress, Cancellation cancellation) {
    long started = System.nanoTime();
    if (bundle.vectors().isPresent()) {
      VectorList list = bundle.vectors().get().require(Modality.TEXT);
      return new PrecomputedLookup(list, settings, cache.digests()).texts(texts, started);
    }
    Tower tower = bundle.require(Modality.TEXT);
    try (VectorPack pack = open(tower, TextCleaning.VERSION, tokenising(bundle))) {
      return new TextRun(bundle, texts, settings, progress, cancellation).embed(pack, started);
    }
  }

  /// A cache that keeps nothing needs no address, and so no digest of the weights.
  private VectorPack open(Tower tower, String version, String feeding) {
    if (cache.folder().isEmpty()) {
      return cache.open();
    }
    return cache.open(
        version,
        ModelBundle.graphDigest(tower, cache.digests()),
        tower.output().name(),
        DeviceChoice.of(settings.device()).label(),
        feeding);
  }

  private String tokenising(ModelBundle bundle) {
    StringBuilder files =
        new StringBuilder().append(bundle.contextLength()).append(' ').append(bundle.convention());
    for (Path file : bundle.tokenizer().orElseThrow().all()) {
      files.append(' ').append(file.getFileName()).append(' ').append(cache.digests().of(file));
    }
    return files.toString();
  }
}
