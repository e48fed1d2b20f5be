package dev.plumbline.stimulus;

import com.luciad.imageio.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/// Opens a chosen ImageIO reader; which one decodes must not depend on what else is on the class
/// path.
final class ImageReaders {
  private static final ImageReaderSpi JPEG = fromJdk("JPEG");
  private static final ImageReaderSpi PNG = fromJdk("png");
  private static final ImageReaderSpi BMP = fromJdk("bmp");
  private static final ImageReaderSpi TIFF = fromJdk("tiff");
  private static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

  private ImageReaders() {}

  /// The reader for a format; the caller disposes of it.
  static ImageReader open(ImageFormat format, byte[] content) throws IOException {
    ImageReaderSpi provider =
        switch (format) {
          case JPEG -> JPEG;
          case PNG -> PNG;
          case BMP -> BMP;
          case TIFF -> TIFF;
          case WEBP -> WEBP;
          case GIF -> throw new IllegalArgumentException("GIF is read without a reader");
        };
    ImageReader reader = provider.createReaderInstance();
    reader.setInput(new ByteArrayImageInput(content), false, format != ImageFormat.TIFF);
    return reader;
  }

  private static ImageReaderSpi fromJdk(String formatName) {
    Iterator<ImageReaderSpi> providers =
        IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
    while (providers.hasNext()) {
      ImageReaderSpi provider = providers.next();
      if ("java.desktop".equals(provider.getClass().getModule().getName())
          && Arrays.asList(provider.getFormatNames()).contains(formatName)) {
        return provider;
      }
    }
    throw new IllegalStateException("This Java has no image reader for " + formatName);
  }
}
