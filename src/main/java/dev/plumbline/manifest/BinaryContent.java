package dev.plumbline.manifest;

/// Tells text from pictures, archives and other binary content.
final class BinaryContent {
  private BinaryContent() {}

  /// Whether the bytes are no text: not UTF-8 or UTF-16, and more than one in fifty a control
  /// character that no text needs. A stray NUL in a caption does not make a file binary.
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
    return controls * 50L > bytes.length;
  }
}
