package dev.plumbline.stimulus;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.SinglePixelPackedSampleModel;
import java.util.Arrays;

/// Takes the stored samples of a picture, never its colours: `BufferedImage.getRGB` would brighten
/// gray and apply profiles.
final class RasterPixels {
  private static final int[] RED_GREEN_BLUE = {0xff0000, 0xff00, 0xff};

  private RasterPixels() {}

  /// Samples as 8-bit RGB: palettes are looked up, gray is copied to three channels, alpha is
  /// dropped.
  static RgbImage rgb(BufferedImage image) {
    Raster raster = image.getRaster();
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    if (image.getColorModel() instanceof IndexColorModel palette) {
      copyIndexed(raster, palette, rgb);
    } else if (!copyBytes(raster, rgb) && !copyInts(raster, rgb)) {
      copySamples(raster, rgb);
    }
    return new RgbImage(width, height, rgb);
  }

  /// Colours of a palette, `[256, 3]`.
  private static byte[] colours(IndexColorModel palette) {
    byte[] colours = new byte[3 * 256];
    for (int i = 0; i < Math.min(palette.getMapSize(), 256); i++) {
      colours[3 * i] = (byte) palette.getRed(i);
      colours[3 * i + 1] = (byte) palette.getGreen(i);
      colours[3 * i + 2] = (byte) palette.getBlue(i);
    }
    return colours;
  }

  private static void copyIndexed(Raster raster, IndexColorModel palette, byte[] rgb) {
    byte[] colours = colours(palette);
    int width = raster.getWidth();
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        int entry = 3 * (row[x] & 0xff);
        rgb[at++] = colours[entry];
        rgb[at++] = colours[entry + 1];
        rgb[at++] = colours[entry + 2];
      }
    }
  }

  private static boolean copyBytes(Raster raster, byte[] rgb) {
    if (!(raster.getSampleModel() instanceof PixelInterleavedSampleModel model)
        || !(raster.getDataBuffer() instanceof DataBufferByte buffer)
        || raster.getParent() != null) {
      return false;
    }
    int[] offsets = model.getBandOffsets();
    boolean colour = model.getNumBands() >= 3;
    int red = offsets[0];
    int green = colour ? offsets[1] : red;
    int blue = colour ? offsets[2] : red;
    int step = model.getPixelStride();
    byte[] data = buffer.getData();
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      int from = buffer.getOffset() + y * model.getScanlineStride();
      for (int x = 0; x < raster.getWidth(); x++, from += step) {
        rgb[at++] = data[from + red];
        rgb[at++] = data[from + green];
        rgb[at++] = data[from + blue];
      }
    }
    return true;
  }

  /// Pictures that pack a pixel into an `int` as 0xRRGGBB.
  private static boolean copyInts(Raster raster, byte[] rgb) {
    if (!(raster.getSampleModel() instanceof SinglePixelPackedSampleModel model)
        || !(raster.getDataBuffer() instanceof DataBufferInt buffer)
        || raster.getParent() != null
        || !Arrays.equals(Arrays.copyOf(model.getBitMasks(), 3), RED_GREEN_BLUE)) {
      return false;
    }
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      int from = buffer.getOffset() + y * model.getScanlineStride();
      for (int x = 0; x < raster.getWidth(); x++) {
        int pixel = buffer.getData()[from + x];
        rgb[at++] = (byte) (pixel >> 16);
        rgb[at++] = (byte) (pixel >> 8);
        rgb[at++] = (byte) pixel;
      }
    }
    return true;
  }

  private static void copySamples(Raster raster, byte[] rgb) {
    SampleModel model = raster.getSampleModel();
    int bands = model.getNumBands();
    int width = raster.getWidth();
    int[] row = new int[width * bands];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int x = 0; x < width; x++) {
        for (int channel = 0; channel < 3; channel++) {
          int band = bands >= 3 ? channel : 0;
          rgb[at++] = eightBits(row[x * bands + band], model.getSampleSize(band), bands == 1);
        }
      }
    }
  }

  private static byte eightBits(int value, int bits, boolean gray) {
    if (bits == 16) {
      return (byte) (gray ? (value + 128) / 257 : value >> 8);
    }
    return (byte) (bits < 8 ? value * 255 / ((1 << bits) - 1) : value >> (bits - 8));
  }
}
