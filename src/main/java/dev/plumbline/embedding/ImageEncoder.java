package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.stimulus.RgbImage;
import java.nio.FloatBuffer;
import java.util.Optional;

/// Embeds pictures. Owns the session of a model's image tower.
///
/// Pictures are written into slots of [Pictures] by any threads; several batches may be encoded at
/// a time.
final class ImageEncoder extends Encoder<ImageEncoder.Pictures> {
  private final ImagePreprocessing preprocessing;

  private ImageEncoder(TowerRunner runner, ImagePreprocessing preprocessing) {
    super(runner);
    this.preprocessing = preprocessing;
  }

  /// Opens the image tower of a bundle.
  ///
  /// @param stimuli how many are to be embedded
  /// @throws PlumblineException if it has none, one that cannot be right, or one that takes
  ///   pictures of another size than they are prepared in
  static ImageEncoder open(ModelBundle bundle, EmbeddingSettings settings, int stimuli) {
    GraphValue input = bundle.require(Modality.IMAGE).input();
    ImagePreprocessing preprocessing = bundle.preprocessing();
    boolean fits =
        input.length(2).orElse(preprocessing.height()) == preprocessing.height()
            && input.length(3).orElse(preprocessing.width()) == preprocessing.width()
            && input.length(1).orElse(3) == 3;
    if (!fits) {
      throw new PlumblineException(
          "The model %s takes pictures as %s, but its preprocessing makes them %d × %d."
              .formatted(bundle.folder(), input, preprocessing.width(), preprocessing.height()));
    }
    return new ImageEncoder(
        TowerRunner.open(bundle, Modality.IMAGE, settings, stimuli), preprocessing);
  }

  /// A batch of pictures in the form that the graph takes.
  final class Pictures extends Batch {
    private Pictures() {
      super(ImageEncoder.this);
    }

    /// Prepares a picture and writes it into a slot; slots may be filled at the same time.
    void put(int slot, RgbImage image) {
      TensorBuffer pixels = buffer(InputRole.PIXELS);
      int count = preprocessing.values();
      Optional<FloatBuffer> place = pixels.floats(slot * count, count);
      if (place.isPresent()) {
        preprocessing.apply(image, place.get());
      } else {
        float[] values = new float[count];
        preprocessing.apply(image, FloatBuffer.wrap(values));
        pixels.put(slot * count, values);
      }
    }
  }

  @Override
  Pictures newBatch() {
    return new Pictures();
  }
}
