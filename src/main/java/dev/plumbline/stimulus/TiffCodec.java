package dev.plumbline.stimulus;

import java.awt.image.BufferedImage;
import java.awt.image.SampleModel;
import java.io.IOException;
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

  private TiffCodec() {}

  static RgbImage decode(byte[] content, ImageLimits limits) throws IOException {
    ImageReader reader = ImageReaders.open(ImageFormat.TIFF, content);
    try {
      DamagedImageException.checkSize(reader.getWidth(0), reader.getHeight(0), limits);
      TIFFDirectory tags = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0));
      int colours = tag(tags, BaselineTIFFTagSet.TAG_PHOTOMETRIC_INTERPRETATION);
      checkColours(colours, tag(tags, BaselineTIFFTagSet.TAG_BITS_PER_SAMPLE));
      checkLength(tags, content.length);
      BufferedImage image = reader.read(0);
      RgbImage stored =
          colours == BaselineTIFFTagSet.PHOTOMETRIC_INTERPRETATION_CMYK
              ? cmyk(image)
              : RasterPixels.rgb(image);
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

  private static RgbImage cmyk(BufferedImage image) throws DamagedImageException {
    SampleModel samples = image.getRaster().getSampleModel();
    if (samples.getNumBands() < 4) {
      throw new DamagedImageException("it has fewer than four inks, save it as RGB");
    }
    return CmykPixels.rgb(image.getRaster(), samples.getSampleSize(0));
  }
}
