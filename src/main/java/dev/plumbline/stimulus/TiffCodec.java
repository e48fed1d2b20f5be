package dev.plumbline.stimulus;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;

/// The first page of a TIFF through the JDK's reader: strips and tiles, uncompressed, PackBits,
/// LZW, Deflate, JPEG and fax codes; bilevel, gray, palette, RGB with or without a fourth band,
/// Y′CbCr and CMYK of up to 16 bits a sample, turned upright. Other colour spaces and longer
/// samples are refused, since nobody has agreed what 8-bit RGB they are.
final class TiffCodec {
  private static final int NOT_STATED = -1;
  private static final int MOST_BITS = 16;
  private static final Map<Integer, String> REFUSED =
      Map.of(
          34712, "JPEG 2000", 34925, "LZMA", 50000, "Zstandard", 50001, "WebP", 50002, "JPEG XL");

  private TiffCodec() {}

  static RgbImage decode(byte[] content, ImageLimits limits) throws IOException {
    ImageReader reader = ImageReaders.open(ImageFormat.TIFF, content);
    try {
      DamagedImageException.checkSize(reader.getWidth(0), reader.getHeight(0), limits);
      TIFFDirectory tags = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
      int colours = tag(tags, BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION);
      checkColours(colours, tag(tags, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE));
      checkCompression(tag(tags, BaselineTIFFTagSet.TAG_COMPRESSION), colours);
      checkDifferences(tags);
      checkLength(tags, content.length);
      BufferedImage image = reader.read(0);
      RgbImage stored =
          switch (colours) {
            case BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_CMYK -> cmyk(image);
            case BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_PALETTE_COLOR ->
                palette(image.getRaster(), tags);
            default -> RasterPixels.rgb(image);
          };
      if (tag(tags, BaselineTIFFTagSet.TAG_EXTRA_SAMPLES)
          == BaselineTIFFTagSet.EXTRA_SAMPLES_ASSOCIATED_ALPHA) {
        stored = withoutAlpha(stored, image.getRaster());
      }
      return new TiffOrientation(tag(tags, BaselineTIFFTagSet.TAG_ORIENTATION)).upright(stored);
    } finally {
      reader.dispose();
    }
  }

  private static int tag(TIFFDirectory tags, int number) {
    TIFFField field = tags.getTIFFField(number);
    return field == null ? NOT_STATED : field.getAsInt(0);
  }

  private static void checkColours(int colours, int bits) throws DamagedImageException {
    switch (colours) {
      case NOT_STATED,
          BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_WHITE_IS_ZERO,
          BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_BLACK_IS_ZERO,
          BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_RGB,
          BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_PALETTE_COLOR,
          BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_CMYK,
          BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_Y_CB_CR -> {}
      default ->
          throw new DamagedImageException(
              "its colour space (photometric interpretation %d) is not supported, save it as RGB"
                  .formatted(colours));
    }
    if (bits > MOST_BITS) {
      throw new DamagedImageException(
          "its samples have %d bits, save it with 8 bits a sample".formatted(bits));
    }
  }

  /// CMYK within JPEG is refused, since the JDK's reader and libtiff see other inks in it.
  private static void checkCompression(int code, int colours) throws DamagedImageException {
    boolean inks =
        code == BaselineTIFFTagSet.COMPRESSION_JPEG
            && colours == BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_CMYK;
    if (inks || REFUSED.containsKey(code)) {
      throw new DamagedImageException(
          "its compression (%s) is not supported, save it with LZW or deflate"
              .formatted(inks ? "JPEG of CMYK" : REFUSED.get(code)));
    }
  }

  private static void checkDifferences(TIFFDirectory tags) throws DamagedImageException {
    if (tag(tags, BaselineTIFFTagSet.TAG_PREDICTOR)
            == BaselineTIFFTagSet.PREDICTOR_HORIZONTAL_DIFFERENCING
        && tag(tags, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE) == MOST_BITS) {
      throw new DamagedImageException(
          "its 16-bit samples are stored as differences, save it without a predictor");
    }
  }

  /// Every strip and tile must be there.
  private static void checkLength(TIFFDirectory tags, int length) throws DamagedImageException {
    checkLength(
        tags.getTIFFField(BaselineTIFFTagSet.TAG_STRIP_OFFSETS),
        tags.getTIFFField(BaselineTIFFTagSet.TAG_STRIP_BYTE_COUNTS),
        length);
    checkLength(
        tags.getTIFFField(BaselineTIFFTagSet.TAG_TILE_OFFSETS),
        tags.getTIFFField(BaselineTIFFTagSet.TAG_TILE_BYTE_COUNTS),
        length);
  }

  private static void checkLength(TIFFField starts, TIFFField sizes, int length)
      throws DamagedImageException {
    if (starts == null || sizes == null) {
      return;
    }
    for (int i = 0; i < Math.min(starts.getCount(), sizes.getCount()); i++) {
      if (starts.getAsLong(i) + sizes.getAsLong(i) > length) {
        throw DamagedImageException.endsEarly();
      }
    }
  }

  /// Entries of a colour map keep their high byte: the JDK would scale them, which differs by one
  /// where the low byte is not a copy of the high one.
  private static RgbImage palette(Raster raster, TIFFDirectory tags) throws DamagedImageException {
    TIFFField map = tags.getTIFFField(BaselineTIFFTagSet.TAG_COLOR_MAP);
    if (map == null) {
      throw new DamagedImageException("it has no colour map");
    }
    int entries = map.getCount() / 3;
    int[] row = new int[raster.getWidth()];
    byte[] rgb =
        new byte[Math.multiplyExact(Math.multiplyExact(row.length, raster.getHeight()), 3)];
    int at = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, row.length, 1, 0, row);
      for (int entry : row) {
        for (int channel = 0; channel < 3; channel++) {
          rgb[at++] = (byte) (map.getAsInt(channel * entries + entry) >> 8);
        }
      }
    }
    return new RgbImage(raster.getWidth(), raster.getHeight(), rgb);
  }

  /// Colours that were multiplied by alpha are divided by it again, cut at 255; without alpha they
  /// are black.
  private static RgbImage withoutAlpha(RgbImage image, Raster raster) {
    if (raster.getNumBands() != 4) {
      return image;
    }
    int shift = raster.getSampleModel().getSampleSize(3) - 8;
    int[] alphas = new int[image.width()];
    byte[] rgb = image.rgb().clone();
    int at = 0;
    for (int y = 0; y < image.height(); y++) {
      raster.getSamples(raster.getMinX(), raster.getMinY() + y, alphas.length, 1, 3, alphas);
      for (int stored : alphas) {
        int alpha = stored >> shift;
        for (int channel = 0; channel < 3; channel++, at++) {
          rgb[at] = (byte) (alpha == 0 ? 0 : Math.min(255, (rgb[at] & 0xff) * 255 / alpha));
        }
      }
    }
    return new RgbImage(image.width(), image.height(), rgb);
  }

  private static RgbImage cmyk(BufferedImage image) throws DamagedImageException {
    SampleModel samples = image.getRaster().getSampleModel();
    if (samples.getNumBands() < 4) {
      throw new DamagedImageException("it has fewer than four inks, save it as RGB");
    }
    return CmykPixels.rgb(image.getRaster(), samples.getSampleSize(0));
  }
}
