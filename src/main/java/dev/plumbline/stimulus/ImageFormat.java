package dev.plumbline.stimulus;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Image file formats, told apart by their first bytes, never by the file's name.
enum ImageFormat {
  JPEG,
  PNG,
  WEBP,
  GIF,
  BMP,
  TIFF;

  private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
  private static final byte[] LITTLE_TIFF = {'I', 'I', 42, 0};
  private static final byte[] BIG_TIFF = {'M', 'M', 0, 42};

  /// The format of a file's content, empty if it is none of these.
  static Optional<ImageFormat> of(byte[] content) {
    if (starts(content, 0, (byte) 0xff, (byte) 0xd8, (byte) 0xff)) {
      return Optional.of(JPEG);
    }
    if (starts(content, 0, PNG_SIGNATURE)) {
      return Optional.of(PNG);
    }
    if (starts(content, 0, ascii("RIFF")) && starts(content, 8, ascii("WEBP"))) {
      return Optional.of(WEBP);
    }
    if (starts(content, 0, ascii("GIF87a")) || starts(content, 0, ascii("GIF89a"))) {
      return Optional.of(GIF);
    }
    if (starts(content, 0, LITTLE_TIFF) || starts(content, 0, BIG_TIFF)) {
      return Optional.of(TIFF);
    }
    return starts(content, 0, ascii("BM")) ? Optional.of(BMP) : Optional.empty();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static boolean starts(byte[] content, int offset, byte... wanted) {
    if (content.length < offset + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (content[offset + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
