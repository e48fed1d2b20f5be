package dev.plumbline.stimulus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.imageio.ImageReader;

/// Windows bitmaps through the JDK's reader.
final class BmpCodec {
  private static final int FILE_HEADER = 14;
  private static final int INFO_HEADER = 40;

  private BmpCodec() {}

  static RgbImage decode(byte[] content, ImageLimits limits) throws IOException {
    checkLength(content);
    ImageReader reader = ImageReaders.open(ImageFormat.BMP, content);
    try {
      DamagedImageException.checkSize(reader.getWidth(0), reader.getHeight(0), limits);
      return RasterPixels.rgb(reader.read(0));
    } finally {
      reader.dispose();
    }
  }

  /// The JDK fills the rest of a short file with black: rows of uncompressed bitmaps must all be
  /// there.
  private static void checkLength(byte[] content) throws DamagedImageException {
    ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < FILE_HEADER + 4) {
      throw DamagedImageException.endsEarly();
    }
    if (bytes.getInt(FILE_HEADER) < INFO_HEADER) {
      return;
    }
    if (content.length < FILE_HEADER + INFO_HEADER) {
      throw DamagedImageException.endsEarly();
    }
    long width = bytes.getInt(18);
    long height = Math.abs((long) bytes.getInt(22));
    int bits = bytes.getShort(28);
    int compression = bytes.getInt(30);
    boolean uncompressed = compression == 0 || compression == 3;
    long rowBytes = (width * bits + 31) / 32 * 4;
    long needed = Integer.toUnsignedLong(bytes.getInt(10)) + rowBytes * height;
    if (uncompressed && needed > content.length) {
      throw DamagedImageException.endsEarly();
    }
  }
}
