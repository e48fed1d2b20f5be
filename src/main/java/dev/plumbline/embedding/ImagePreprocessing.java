package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.stimulus.RgbImage;
import java.nio.FloatBuffer;
import java.util.List;

/// How pictures become a model's input: resize, cut or fill to `[height, width]`, scale to 0…1,
/// subtract the mean, divide by the standard deviation of each channel.
///
/// Shortest edge on square targets: the longer edge becomes ⌊size · long / short⌋, as torchvision
/// has it; on other targets and for the longest edge, both edges are divided by one ratio and
/// rounded half to even, as open_clip has it. The middle starts at (all − part) / 2, rounded half
/// to even. Values are float32: (v / 255 − mean) / std.
///
/// @param mode how the shape is changed
/// @param resizeWidth width the resize aims at; likewise resizeHeight
/// @param width width of the result; likewise height
/// @param interpolation resampling filter
/// @param mean red, green, blue
/// @param std red, green, blue, none 0
/// @param fill 0 to 255, for what lies outside the picture
public record ImagePreprocessing(
    ResizeMode mode,
    int resizeWidth,
    int resizeHeight,
    int width,
    int height,
    Interpolation interpolation,
    List<Double> mean,
    List<Double> std,
    int fill) {
  /// Mean of OpenAI's CLIP models, and of those trained after them.
  public static final List<Double> CLIP_MEAN = List.of(0.48145466, 0.4578275, 0.40821073);

  /// Standard deviation of OpenAI's CLIP models, and of those trained after them.
  public static final List<Double> CLIP_STD = List.of(0.26862954, 0.26130258, 0.27577711);

  public ImagePreprocessing {
    Arguments.check(
        resizeWidth > 0 && resizeHeight > 0 && width > 0 && height > 0, "sizes must be positive");
    Arguments.check(mean.size() == 3 && std.size() == 3, "three channels are needed");
    mean = List.copyOf(mean);
    std = List.copyOf(std);
  }

  /// What OpenAI's models and most others use: shortest edge, bicubic.
  public static ImagePreprocessing clip(int width, int height) {
    return new ImagePreprocessing(
        ResizeMode.SHORTEST,
        width,
        height,
        width,
        height,
        Interpolation.BICUBIC,
        CLIP_MEAN,
        CLIP_STD,
        0);
  }

  /// What SigLIP models use: squash, bicubic, values from −1 to 1.
  public static ImagePreprocessing siglip(int width, int height) {
    List<Double> half = List.of(0.5, 0.5, 0.5);
    return new ImagePreprocessing(
        ResizeMode.SQUASH, width, height, width, height, Interpolation.BICUBIC, half, half, 0);
  }

  /// In a few words: `shortest 224 × 224, bicubic`.
  public String label() {
    return "%s %d × %d, %s".formatted(mode.label(), width, height, interpolation.label());
  }

  /// Number of values a picture becomes: 3 · height · width.
  public int values() {
    return Math.multiplyExact(3, Math.multiplyExact(height, width));
  }

  /// The picture at the model's size, still 8-bit RGB.
  public RgbImage fit(RgbImage image) {
    int[] size = resized(image.width(), image.height());
    int left = middle(size[0], width);
    int top = middle(size[1], height);
    int partWidth = Math.min(width, size[0]);
    int partHeight = Math.min(height, size[1]);
    RgbImage part =
        new PillowResampler(interpolation)
            .resize(
                image,
                size[0],
                size[1],
                Math.max(left, 0),
                Math.max(top, 0),
                partWidth,
                partHeight);
    return partWidth == width && partHeight == height
        ? part
        : part.on(fill, (width - partWidth) / 2, (height - partHeight) / 2, width, height);
  }

  /// Writes the picture's values, shape `[3, height, width]`, from the buffer's position on; the
  /// position is left as it was.
  public void apply(RgbImage image, FloatBuffer target) {
    byte[] rgb = fit(image).rgb();
    int plane = height * width;
    int start = target.position();
    for (int channel = 0; channel < 3; channel++) {
      float[] values = scaled(channel);
      int to = start + channel * plane;
      for (int i = 0, from = channel; i < plane; i++, from += 3) {
        target.put(to + i, values[rgb[from] & 0xff]);
      }
    }
  }

  /// The picture's values as a matrix of one row, shape `[1, 3 · height · width]`.
  public FloatMatrix apply(RgbImage image) {
    float[] values = new float[values()];
    apply(image, FloatBuffer.wrap(values));
    return FloatMatrix.wrap(1, values.length, values);
  }

  private float[] scaled(int channel) {
    float shift = mean.get(channel).floatValue();
    float divisor = std.get(channel).floatValue();
    float[] values = new float[256];
    for (int value = 0; value < 256; value++) {
      values[value] = (value / 255f - shift) / divisor;
    }
    return values;
  }

  private int[] resized(int imageWidth, int imageHeight) {
    if (mode == ResizeMode.SQUASH) {
      return new int[] {resizeWidth, resizeHeight};
    }
    if (mode == ResizeMode.SHORTEST && resizeWidth == resizeHeight) {
      int shorter = Math.min(imageWidth, imageHeight);
      return new int[] {
        (int) ((long) resizeWidth * imageWidth / shorter),
        (int) ((long) resizeHeight * imageHeight / shorter)
      };
    }
    double across = (double) imageWidth / resizeWidth;
    double down = (double) imageHeight / resizeHeight;
    double ratio = mode == ResizeMode.LONGEST ? Math.max(across, down) : Math.min(across, down);
    return new int[] {
      Math.max(1, (int) Math.rint(imageWidth / ratio)),
      Math.max(1, (int) Math.rint(imageHeight / ratio))
    };
  }

  private static int middle(int all, int part) {
    return (int) Math.rint((all - part) / 2.0);
  }
}
