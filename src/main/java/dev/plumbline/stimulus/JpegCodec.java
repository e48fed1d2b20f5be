package dev.plumbline.stimulus;

import java.awt.image.Raster;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageReader;

/// JPEG through libjpeg-turbo, or through the JDK's libjpeg where that gives no picture. Profiles
/// are stripped before decoding, since the JDK would apply them; the colour space is stated the way
/// libjpeg guesses it; CMYK and YCCK are converted here.
final class JpegCodec {
  private JpegCodec() {}

  static RgbImage decode(byte[] content, ImageLimits limits) throws IOException {
    JpegHeader header = JpegHeader.read(content);
    DamagedImageException.checkSize(header.width(), header.height(), limits);
    if (header.components() < 4 && hasEnd(header.cleaned())) {
      Optional<TurboJpeg> turbo = TurboJpeg.instance();
      Optional<RgbImage> image =
          turbo.isPresent() ? turbo.get().decode(header.cleaned()) : Optional.empty();
      if (image.isPresent()) {
        return image.get();
      }
    }
    return decodeByJdk(header);
  }

  /// Whether there is an end marker, which coded data cannot hold; libjpeg-turbo would write of a
  /// missing one to the terminal.
  private static boolean hasEnd(byte[] file) {
    for (int at = file.length - 2; at > 0; at--) {
      if (file[at] == (byte) 0xff && file[at + 1] == (byte) 0xd9) {
        return true;
      }
    }
    return false;
  }

  /// The same picture by the JDK's reader.
  static RgbImage decodeByJdk(JpegHeader header) throws IOException {
    AtomicBoolean cut = new AtomicBoolean();
    ImageReader reader = ImageReaders.open(ImageFormat.JPEG, header.cleaned());
    try {
      reader.addIIOReadWarningListener((_, warning) -> cut.compareAndSet(false, isCut(warning)));
      RgbImage image =
          header.components() == 4
              ? fromCmyk(reader.readRaster(0, null), header.converted())
              : RasterPixels.rgb(reader.read(0));
      if (cut.get()) {
        throw DamagedImageException.endsEarly();
      }
      return image;
    } finally {
      reader.dispose();
    }
  }

  private static boolean isCut(String warning) {
    String lower = warning.toLowerCase(Locale.ROOT);
    return lower.contains("premature end of") && !lower.contains("data segment")
        || lower.contains("eoi");
  }

  /// Adobe's files hold inverted CMYK, and Pillow takes every CMYK JPEG for one.
  private static RgbImage fromCmyk(Raster raster, boolean ycck) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), 3)];
    int[] row = new int[width * 4];
    int at = 0;
    for (int y = 0; y < height; y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int x = 0; x < 4 * width; x += 4) {
        if (ycck) {
          toInvertedCmy(row, x);
        }
        int light = row[x + 3];
        for (int channel = 0; channel < 3; channel++) {
          rgb[at++] = CmykPixels.mixed(255 - row[x + channel], light);
        }
      }
    }
    return new RgbImage(width, height, rgb);
  }

  /// YCbCr to 255 − RGB with libjpeg's 16-bit fixed-point constants (ITU-R BT.601).
  private static void toInvertedCmy(int[] row, int at) {
    int luma = row[at];
    int blue = row[at + 1] - 128;
    int red = row[at + 2] - 128;
    row[at] = 255 - clamp(luma + (91881 * red + 32768 >> 16));
    row[at + 1] = 255 - clamp(luma + (-22554 * blue - 46802 * red + 32768 >> 16));
    row[at + 2] = 255 - clamp(luma + (116130 * blue + 32768 >> 16));
  }

  private static int clamp(int value) {
    return Math.clamp(value, 0, 255);
  }
}
