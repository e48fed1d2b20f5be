package dev.plumbline.manifest;

/// Tells text from pictures, archives and other binary content.
final class BinaryContent {
  private static final int MOST_STRAY = 4;

  private BinaryContent() {}

  /// Whether the bytes are no text: not UTF-8 or UTF-16, and more than one in fifty a control
  /// character that no text needs. A few stray ones never make a file binary, however short it is.
  static boolean in(byte[] bytes) {
    if (Encoding.of(bytes) == Encoding.UTF_16) {
      return false;
    }
    int controls = 0;
    for (byte b : bytes) {
      if (b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
        controls++;
      }
    }
    return controls > MOST_STRAY && controls * 50L > bytes.length;
  }
}
