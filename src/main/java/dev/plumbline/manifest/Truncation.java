package dev.plumbline.manifest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Finds files whose end is missing where the engine would read what is there and say nothing.
///
/// Of a file packed by Zstandard the headers of frames and blocks are followed to its end (RFC
/// 8878, sections 3.1.1 and 3.1.2); nothing is unpacked. A JSON array that is not packed must end
/// with a bracket. Other cut files are told by the engine.
final class Truncation {
  private static final int FRAME = 0xFD2FB528;
  private static final int SKIPPABLE = 0x184D2A50;
  private static final int TAIL = 4096;
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final long size;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  private long start = -1;

  private Truncation(FileChannel channel) throws IOException {
    this.channel = channel;
    this.size = channel.size();
  }

  /// Why the file is known to be cut, in a sentence; empty if it is not.
  ///
  /// @param array whether it holds a JSON array
  /// @throws IOException if it cannot be read
  static Optional<String> of(Path file, Compression compression, boolean array) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      Truncation look = new Truncation(channel);
      if (compression == Compression.ZSTD && !look.framesEnd()) {
        return Optional.of(file + " is truncated: what is packed in it ends too early.");
      }
      if (compression == Compression.NONE && array && !look.arrayEnds()) {
        return Optional.of(file + " is truncated: its JSON array does not end.");
      }
      return Optional.empty();
    }
  }

  private boolean arrayEnds() throws IOException {
    long from = Math.max(0, size - TAIL);
    byte[] tail = new byte[(int) (size - from)];
    channel.read(ByteBuffer.wrap(tail), from);
    String text = new String(tail, StandardCharsets.ISO_8859_1).stripTrailing();
    return text.isEmpty() || text.endsWith("]");
  }

  private boolean framesEnd() throws IOException {
    long at = 0;
    while (at < size) {
      if (at + 4 > size) {
        return false;
      }
      int magic = (int) number(at, 4);
      if (magic == FRAME) {
        at = afterFrame(at + 4);
      } else if ((magic & 0xFFFFFFF0) == SKIPPABLE) {
        if (at + 8 > size) {
          return false;
        }
        at += 8 + (number(at + 4, 4) & 0xFFFFFFFFL);
      } else {
        return true; // No frame: the engine has its own words for it.
      }
    }
    return at == size;
  }

  /// Where a frame ends; beyond the end of the file if it is cut.
  private long afterFrame(long from) throws IOException {
    if (from >= size) {
      return Long.MAX_VALUE;
    }
    int descriptor = (int) number(from, 1);
    boolean single = (descriptor & 0x20) != 0;
    int[] dictionary = {0, 1, 2, 4};
    int[] content = {single ? 1 : 0, 2, 4, 8};
    long at =
        from + 1 + (single ? 0 : 1) + dictionary[descriptor & 3] + content[descriptor >> 6 & 3];
    boolean last = false;
    while (!last) {
      if (at + 3 > size) {
        return Long.MAX_VALUE;
      }
      int block = (int) number(at, 3);
      last = (block & 1) != 0;
      boolean repeated = (block >> 1 & 3) == 1;
      at += 3 + (repeated ? 1 : block >>> 3);
    }
    return at + ((descriptor & 4) != 0 ? 4 : 0);
  }

  /// An unsigned number of up to four bytes, little-endian.
  private long number(long at, int bytes) throws IOException {
    if (start < 0 || at < start || at + bytes > start + buffer.limit()) {
      buffer.clear();
      channel.read(buffer, at);
      buffer.flip();
      start = at;
    }
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value |= (buffer.get((int) (at - start) + i) & 0xFFL) << 8 * i;
    }
    return value;
  }
}
