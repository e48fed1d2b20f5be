package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TruncationTest {
  @TempDir private Path folder;

  private boolean cut(byte[] bytes, Compression compression, boolean array) throws IOException {
    Path file = Files.write(folder.resolve("f"), bytes);
    Optional<String> sentence = Truncation.of(file, compression, array);
    sentence.ifPresent(text -> assertEquals(0, text.indexOf(file.toString())));
    return sentence.isPresent();
  }

  /// Whatever length is cut off two frames, it is noticed, but for a cut between the frames.
  @Test
  void everyCutOfPackedFramesIsNoticed() throws IOException {
    byte[] frame;
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      Path file =
          Tables.copy(
              engine,
              "SELECT md5(CAST(i AS VARCHAR)) FROM range(9000) t(i)",
              folder.resolve("z.csv.zst"),
              "FORMAT csv, COMPRESSION zstd");
      frame = Files.readAllBytes(file);
    }
    byte[] two = Arrays.copyOf(frame, 2 * frame.length);
    System.arraycopy(frame, 0, two, frame.length, frame.length);
    assertEquals(false, cut(two, Compression.ZSTD, false));
    for (int length = 4; length < two.length; length += length % 4096 < 30 ? 1 : 997) {
      assertEquals(
          length != frame.length, cut(Arrays.copyOf(two, length), Compression.ZSTD, false));
    }
  }

  /// A raw and a repeated block, a checksum, and a frame to be skipped (RFC 8878).
  @Test
  void allKindsOfBlocksAreFollowed() throws IOException {
    int[] bytes = {
      0x50,
      0x2a,
      0x4d,
      0x18,
      2,
      0,
      0,
      0,
      9,
      9, // to be skipped
      0x28,
      0xb5,
      0x2f,
      0xfd,
      0x24,
      5, // one segment of 5 bytes, checksum
      2 << 3,
      0,
      0,
      'a',
      'b', // raw
      3 << 3 | 2 | 1,
      0,
      0,
      'c', // three times the same, last
      1,
      2,
      3,
      4
    };
    byte[] whole = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      whole[i] = (byte) bytes[i];
    }
    assertEquals(false, cut(whole, Compression.ZSTD, false));
    for (int length = 1; length < whole.length; length++) {
      assertEquals(length != 10, cut(Arrays.copyOf(whole, length), Compression.ZSTD, false));
    }
  }

  @Test
  void anArrayEndsWithABracket() throws IOException {
    assertEquals(
        false,
        cut(
            "[{\"a\":1}]\n \n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Compression.NONE,
            true));
    assertEquals(
        true,
        cut(
            "[{\"a\":1},\n".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Compression.NONE,
            true));
    assertEquals(
        true,
        cut(
            "[{\"a\":\"x".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Compression.NONE,
            true));
    assertEquals(
        false,
        cut(
            "{\"a\":1}\n{\"a".getBytes(java.nio.charset.StandardCharsets.UTF_8),
            Compression.NONE,
            false));
  }
}
