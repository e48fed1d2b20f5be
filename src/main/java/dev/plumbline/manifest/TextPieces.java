package dev.plumbline.manifest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Cuts pieces out of a text file of records: all records that start within a range of bytes.
///
/// Neighbouring ranges give neighbouring pieces. A line break within a quoted cell is no end of a
/// record: a record is taken to start at the first line from which the next twenty records have as
/// many cells as there are columns.
final class TextPieces {
  private static final int AHEAD = 1 << 18;
  private static final int PROBE = 1 << 16;
  private static final int PROBED_RECORDS = 20;

  private final ShardGroup group;
  private final boolean quoted;
  private final boolean header;

  /// @param group the file, not compressed
  TextPieces(ManifestFormat format, ShardGroup group) {
    this.group = group;
    boolean delimited = format != ManifestFormat.JSONL;
    quoted = delimited && group.dialect().quoted();
    header = delimited && group.dialect().header();
  }

  /// Bytes of a line in the mean, by the first ones.
  static double bytesOfLine(Path file) throws IOException {
    byte[] head = bytes(file, 0, PROBE);
    int lines = 0;
    for (byte b : head) {
      lines += b == '\n' ? 1 : 0;
    }
    return (double) Math.max(1, head.length) / Math.max(1, lines);
  }

  /// Writes the records that start from byte `start` on and before `start + length` to a file of
  /// its own, without a header.
  ///
  /// @param file the group's file in UTF-8
  ShardGroup cut(Path file, long start, long length, Path to) throws IOException {
    long before = start == 0 ? 0 : 1;
    byte[] bytes = bytes(file, start - before, (int) (before + length + AHEAD));
    int first = start == 0 ? begin(bytes) : boundary(bytes, 1);
    long rest = Files.size(file) - start;
    int end = rest <= length ? bytes.length : boundary(bytes, (int) (before + length));
    boolean found = first >= 0 && end >= 0 && first < end;
    Files.write(to, found ? Arrays.copyOfRange(bytes, first, end) : new byte[0]);
    Dialect own = group.dialect();
    Dialect dialect =
        Dialect.delimited(Compression.NONE, Encoding.UTF_8, own.delimiter(), own.quoted(), false);
    return new ShardGroup(List.of(to.toString()), dialect, group.columns());
  }

  private static byte[] bytes(Path file, long from, int most) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, channel.size() - from));
      while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
        // until it is full
      }
      return Arrays.copyOf(buffer.array(), buffer.position());
    }
  }

  /// Where the first record starts: after a byte order mark and the header.
  private int begin(byte[] bytes) {
    boolean mark =
        bytes.length >= 3
            && (bytes[0] & 0xff) == 0xef
            && (bytes[1] & 0xff) == 0xbb
            && (bytes[2] & 0xff) == 0xbf;
    int at = mark ? 3 : 0;
    if (!header) {
      return at;
    }
    boolean inside = false;
    for (; at < bytes.length; at++) {
      inside ^= quoted && bytes[at] == '"';
      if (!inside && bytes[at] == '\n') {
        return at + 1;
      }
    }
    return bytes.length;
  }

  /// The first start of a record at or after `from`, -1 if none is in sight.
  private int boundary(byte[] bytes, int from) {
    for (int at = from; at < bytes.length && at - from < AHEAD; at++) {
      if (bytes[at - 1] == '\n' && (!quoted || startsRecord(bytes, at))) {
        return at;
      }
    }
    return -1;
  }

  private boolean startsRecord(byte[] bytes, int at) {
    int length = Math.min(PROBE, bytes.length - at);
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    DelimitedRecords cut =
        DelimitedRecords.cut(text, group.dialect().delimiter(), true, length < PROBE);
    return !cut.records().isEmpty()
        && cut.records().stream()
            .limit(PROBED_RECORDS)
            .allMatch(record -> record.size() == group.columns().size());
  }
}
