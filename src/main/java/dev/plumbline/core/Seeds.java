package dev.plumbline.core;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Derives independent seeds from one study seed, so that a result does not depend on the order or
/// the thread in which its siblings are computed.
public final class Seeds {
  private Seeds() {}

  /// Returns the first eight bytes (big endian) of SHA-256 over the seed and the path's names, each
  /// ended by a zero byte.
  ///
  /// @param seed the study's seed
  /// @param path what the seed is for, such as model, test, order
  public static long derive(long seed, String... path) {
    Digest.Builder builder = Digest.builder();
    builder.add(ByteBuffer.allocate(Long.BYTES).putLong(0, seed).array());
    for (String name : path) {
      builder.add(name.getBytes(StandardCharsets.UTF_8)).add(new byte[] {0});
    }
    return ByteBuffer.wrap(builder.bytes()).getLong();
  }
}
