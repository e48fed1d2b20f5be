package dev.plumbline.manifest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Character encodings of text files.
public enum Encoding {
  UTF_8("UTF-8", StandardCharsets.UTF_8),
  UTF_16("UTF-16", StandardCharsets.UTF_16),
  /// Latin-1 with the quotes and dashes that most files called so hold.
  WINDOWS_1252("Windows-1252 (Latin-1)", Charset.forName("windows-1252"));

  private static final int LONGEST_SEQUENCE = 4;

  private final String label;
  private final Charset charset;

  Encoding(String label, Charset charset) {
    this.label = label;
    this.charset = charset;
  }

  /// Its name in sentences.
  String label() {
    return label;
  }

  Charset charset() {
    return charset;
  }

  /// The encoding of a file that starts with `head`: UTF-16 by its byte order mark, UTF-8 if the
  /// bytes are valid UTF-8 (a sequence cut off at the end aside), else Windows-1252.
  static Encoding of(byte[] head) {
    if (head.length >= 2) {
      int mark = (head[0] & 0xff) << 8 | head[1] & 0xff;
      if (mark == 0xfeff || mark == 0xfffe) {
        return UTF_16;
      }
    }
    for (int cut = 0; cut < LONGEST_SEQUENCE && cut <= head.length; cut++) {
      if (validUtf8(head, head.length - cut)) {
        return UTF_8;
      }
    }
    return WINDOWS_1252;
  }

  /// The text of `head` without a byte order mark.
  String decode(byte[] head) {
    String text = new String(head, charset);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }

  private static boolean validUtf8(byte[] bytes, int length) {
    try {
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
