package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import dev.plumbline.stimulus.RgbImage;
import java.util.Arrays;

/// Resizes a picture to the very bits that Pillow's `Image.resize` gives on 8-bit RGB, which CLIP
/// models were trained with.
///
/// A separable filter, first along rows, then along columns; its support grows with the scale on
/// the way down, so that it antialiases. With centre c = (i + ½)·scale, support S = filter support
/// · max(1, scale): source pixels from ⌊c − S + ½⌋ to ⌊c + S + ½⌋ − 1, weights normalised to sum 1
/// in double, then rounded half away from zero to 22 fraction bits. Sums are kept in 32-bit
/// integers; after each pass ½ is added, 22 bits are shifted out and the value is clamped to 0…255.
/// A pass that changes no size is left out.
///
/// Bit-identical to Pillow 9.4 on the oracle pictures. Instances hold settings only and may be
/// shared.
public final class PillowResampler {
  private static final int HALF = 1 << ResampleWeights.PRECISION - 1;

  private final Interpolation filter;

  /// A resampler with the given filter.
  public PillowResampler(Interpolation filter) {
    this.filter = filter;
  }

  /// The picture at another size.
  public RgbImage resize(RgbImage image, int width, int height) {
    return resize(image, width, height, 0, 0, width, height);
  }

  /// A part of the picture at another size; the same pixels as resizing all and cutting out,
  /// without the work for the rest.
  ///
  /// @param width width of the whole picture after resizing
  /// @param height height of the whole picture after resizing
  /// @param left first column of the part; likewise top
  /// @param partWidth columns of the part; likewise partHeight
  public RgbImage resize(
      RgbImage image, int width, int height, int left, int top, int partWidth, int partHeight) {
    Arguments.check(
        left >= 0 && top >= 0 && left + partWidth <= width && top + partHeight <= height,
        "the part must lie within the resized picture");
    ResampleWeights down = ResampleWeights.of(image.height(), height, top, partHeight, filter);
    boolean vertical = image.height() != height;
    int firstRow = vertical ? down.first()[0] : top;
    int lastRow =
        vertical ? down.first()[partHeight - 1] + down.count()[partHeight - 1] : top + partHeight;
    byte[] rows = rows(image, width, left, partWidth, firstRow, lastRow);
    byte[] pixels = vertical ? columns(rows, 3 * partWidth, firstRow, down) : rows;
    return new RgbImage(partWidth, partHeight, pixels);
  }

  /// Rows `firstRow` to `lastRow − 1` of the source, resized along the row.
  private byte[] rows(
      RgbImage image, int width, int left, int partWidth, int firstRow, int lastRow) {
    byte[] target = new byte[Math.multiplyExact(lastRow - firstRow, 3 * partWidth)];
    int stride = 3 * image.width();
    if (image.width() == width) {
      for (int y = firstRow; y < lastRow; y++) {
        int from = y * stride + 3 * left;
        int to = (y - firstRow) * 3 * partWidth;
        System.arraycopy(image.rgb(), from, target, to, 3 * partWidth);
      }
      return target;
    }
    ResampleWeights across = ResampleWeights.of(image.width(), width, left, partWidth, filter);
    for (int y = firstRow; y < lastRow; y++) {
      row(image.rgb(), y * stride, target, (y - firstRow) * 3 * partWidth, across);
    }
    return target;
  }

  private static void row(byte[] source, int from, byte[] target, int to, ResampleWeights across) {
    int[] weights = across.weights();
    int at = to;
    for (int x = 0; x < across.first().length; x++) {
      int pixel = from + 3 * across.first()[x];
      int start = x * across.taps();
      int red = HALF;
      int green = HALF;
      int blue = HALF;
      for (int k = start; k < start + across.count()[x]; k++, pixel += 3) {
        int weight = weights[k];
        red += (source[pixel] & 0xff) * weight;
        green += (source[pixel + 1] & 0xff) * weight;
        blue += (source[pixel + 2] & 0xff) * weight;
      }
      target[at++] = clamp(red);
      target[at++] = clamp(green);
      target[at++] = clamp(blue);
    }
  }

  /// Resizes along columns; `rows` begins with source row `firstRow` and has `stride` values a row.
  private static byte[] columns(byte[] rows, int stride, int firstRow, ResampleWeights down) {
    int height = down.first().length;
    byte[] target = new byte[Math.multiplyExact(height, stride)];
    int[] sums = new int[stride];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, HALF);
      for (int k = 0; k < down.count()[y]; k++) {
        add(
            rows,
            (down.first()[y] + k - firstRow) * stride,
            down.weights()[y * down.taps() + k],
            sums);
      }
      for (int x = 0; x < stride; x++) {
        target[y * stride + x] = clamp(sums[x]);
      }
    }
    return target;
  }

  private static void add(byte[] rows, int from, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += (rows[from + x] & 0xff) * weight;
    }
  }

  private static byte clamp(int sum) {
    return (byte) Math.max(0, Math.min(sum >> ResampleWeights.PRECISION, 255));
  }
}
