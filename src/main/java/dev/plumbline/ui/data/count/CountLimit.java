package dev.plumbline.ui.data.count;

import java.util.OptionalLong;

/// What is counted without being asked for.
///
/// @param rows rows at most, where the files declare how many they have
/// @param bytes bytes at most, where they do not
public record CountLimit(long rows, long bytes) {
  /// Bytes of text taken for a row: an address, a caption and a few numbers.
  private static final long BYTES_OF_ROW = 200;

  /// 100 million rows, which take some minutes on two cores, or 20 GB.
  public static CountLimit usual() {
    return ofRows(100_000_000);
  }

  /// So many rows, or 200 bytes for each of them.
  public static CountLimit ofRows(long rows) {
    long bytes = rows > Long.MAX_VALUE / BYTES_OF_ROW ? Long.MAX_VALUE : rows * BYTES_OF_ROW;
    return new CountLimit(rows, bytes);
  }

  /// Whether a manifest has more.
  public boolean exceeded(OptionalLong declared, long size) {
    return declared.isPresent() ? declared.getAsLong() > rows : size > bytes;
  }
}
