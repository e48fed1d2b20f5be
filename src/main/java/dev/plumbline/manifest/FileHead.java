package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The unpacked beginning of a file.
///
/// @param bytes at most [#LIMIT] bytes
/// @param whole whether that is all of the file
/// @param compression how the file is packed
record FileHead(byte[] bytes, boolean whole, Compression compression) {
  static final int LIMIT = 1 << 18;
  private static final int ZSTD_LINES = 500;

  /// Reads the head; what precedes a damage in a packed file still counts.
  ///
  /// @throws IOException if the file cannot be opened or its first bytes cannot be unpacked
  static FileHead read(Path file, DuckDbSession session, Cancellation cancellation)
      throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(LIMIT + 1);
    }
    Compression compression = Compression.of(start);
    return switch (compression) {
      case NONE -> of(start, compression);
      case GZIP -> of(unpack(file), compression);
      case ZSTD -> of(firstLines(file, session, cancellation), compression);
    };
  }

  private static FileHead of(byte[] read, Compression compression) {
    if (read.length <= LIMIT) {
      return new FileHead(read, true, compression);
    }
    return new FileHead(Arrays.copyOf(read, LIMIT), false, compression);
  }

  private static byte[] unpack(Path file) throws IOException {
    byte[] buffer = new byte[LIMIT + 1];
    int length = 0;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      for (int n = in.read(buffer); n > 0; n = in.read(buffer, length, buffer.length - length)) {
        length += n;
      }
    } catch (EOFException | ZipException e) {
      if (length == 0) {
        throw e;
      }
    }
    return Arrays.copyOf(buffer, length);
  }

  /// Java has no Zstandard of its own: the engine unpacks the first lines, if they are UTF-8.
  private static byte[] firstLines(Path file, DuckDbSession session, Cancellation cancellation) {
    StringBuilder lines = new StringBuilder();
    session.query(
        "SELECT line FROM read_csv("
            + Sql.files(List.of(file.toString()))
            + ", auto_detect = false, columns = {'line': 'VARCHAR'}, header = false,"
            + " delim = chr(31), quote = '', escape = '',"
            + " compression = 'zstd', ignore_errors = true) LIMIT "
            + ZSTD_LINES,
        cancellation,
        row -> lines.append(row.text(1) == null ? "" : row.text(1)).append('\n'));
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    return bytes.length > LIMIT ? Arrays.copyOf(bytes, LIMIT + 1) : bytes;
  }
}
