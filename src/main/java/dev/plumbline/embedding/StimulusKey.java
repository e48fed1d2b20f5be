package dev.plumbline.embedding;

import dev.plumbline.core.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// What a stimulus holds, as a SHA-256 digest: the name of its embedding within a pack.
///
/// @param a first eight bytes; b, c, d likewise the following
record StimulusKey(long a, long b, long c, long d) {
  /// Bytes of a key.
  static final int BYTES = 32;

  /// The key of a text.
  static StimulusKey ofText(String text) {
    return of(Digest.builder().add(text.getBytes(StandardCharsets.UTF_8)).bytes());
  }

  /// The key that a hexadecimal digest names.
  static StimulusKey ofHex(String digest) {
    return of(HexFormat.of().parseHex(digest));
  }

  private static StimulusKey of(byte[] digest) {
    ByteBuffer bytes = ByteBuffer.wrap(digest);
    return new StimulusKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }

  /// Reads a key at the buffer's position.
  static StimulusKey read(ByteBuffer bytes) {
    return new StimulusKey(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
  }

  /// Writes the key at the buffer's position.
  void write(ByteBuffer bytes) {
    bytes.putLong(a).putLong(b).putLong(c).putLong(d);
  }
}
