package dev.plumbline.stimulus;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageReader;

/// PNG of every colour type and depth through the JDK's reader, after the chunks were found sound.
final class PngCodec {
  private static final int SIGNATURE = 8;

  private PngCodec() {}

  static RgbImage decode(byte[] content, ImageLimits limits) throws IOException {
    checkChunks(content, limits);
    ImageReader reader = ImageReaders.open(ImageFormat.PNG, content);
    try {
      return RasterPixels.rgb(reader.read(0));
    } finally {
      reader.dispose();
    }
  }

  private static void checkChunks(byte[] content, ImageLimits limits) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content).position(SIGNATURE);
    boolean first = true;
    while (true) {
      if (bytes.remaining() < 12) {
        throw DamagedImageException.endsEarly();
      }
      long length = Integer.toUnsignedLong(bytes.getInt());
      int start = bytes.position();
      String type = type(content, start);
      if (length > bytes.remaining() - 8) {
        throw DamagedImageException.endsEarly();
      }
      bytes.position(start + 4 + (int) length);
      checkSum(type, content, start, (int) length, bytes.getInt());
      if (first) {
        checkHeader(type, content, start + 4, (int) length, limits);
        first = false;
      }
      if (type.equals("IEND")) {
        return;
      }
    }
  }

  private static String type(byte[] content, int at) throws DamagedImageException {
    for (int i = at; i < at + 4; i++) {
      int letter = content[i] & 0xdf;
      if (letter < 'A' || letter > 'Z') {
        throw new DamagedImageException("the chunk at byte " + at + " has no valid type");
      }
    }
    return new String(content, at, 4, StandardCharsets.US_ASCII);
  }

  /// Image data carry a checksum of their own; other critical chunks (capital first letter) do not.
  private static void checkSum(String type, byte[] content, int start, int length, int expected)
      throws DamagedImageException {
    if (type.equals("IDAT") || Character.isLowerCase(type.charAt(0))) {
      return;
    }
    CRC32 crc = new CRC32();
    crc.update(content, start, length + 4);
    if ((int) crc.getValue() != expected) {
      throw new DamagedImageException("the checksum of its chunk " + type + " is wrong");
    }
  }

  private static void checkHeader(
      String type, byte[] content, int at, int length, ImageLimits limits)
      throws DamagedImageException {
    if (!type.equals("IHDR") || length != 13) {
      throw new DamagedImageException("it does not begin with a header");
    }
    ByteBuffer header = ByteBuffer.wrap(content, at, length);
    DamagedImageException.checkSize(
        Integer.toUnsignedLong(header.getInt()), Integer.toUnsignedLong(header.getInt()), limits);
  }
}
