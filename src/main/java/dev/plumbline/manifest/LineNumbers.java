package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/// Numbers of the lines at which bytes of a text file stand, counted from 1; a line ends with a
/// line feed, a carriage return or both.
final class LineNumbers {
  /// What lies further behind is not looked up.
  private static final long FURTHEST = 4L << 30;

  private static final int BUFFER = 1 << 18;

  private LineNumbers() {}

  /// Looks up lines by reading the file once, as far as needed.
  ///
  /// @param positions of bytes of the unpacked text, from 0
  /// @return the line of each position that could be looked up: none in a file packed by Zstandard,
  ///   which Java does not unpack, nor beyond 4 GiB
  static Map<Long, Long> of(
      Path file, Compression compression, Collection<Long> positions, Cancellation cancellation) {
    Map<Long, Long> lines = new HashMap<>();
    TreeSet<Long> wanted = new TreeSet<>(positions);
    wanted.removeIf(position -> position >= FURTHEST);
    if (compression == Compression.ZSTD || wanted.isEmpty()) {
      return lines;
    }
    try (InputStream in = open(file, compression)) {
      byte[] buffer = new byte[BUFFER];
      long at = 0;
      long line = 1;
      boolean carriage = false;
      for (int n = in.read(buffer); n >= 0 && !wanted.isEmpty(); n = in.read(buffer)) {
        cancellation.check();
        for (int i = 0; i < n; i++, at++) {
          byte b = buffer[i];
          if (carriage && b != '\n') {
            line++;
          }
          if (!wanted.isEmpty() && wanted.first() == at) {
            lines.put(wanted.pollFirst(), line);
          }
          carriage = b == '\r';
          if (b == '\n') {
            line++;
          }
        }
      }
    } catch (IOException _) {
      // What was looked up before the damage still holds.
    }
    return lines;
  }

  private static InputStream open(Path file, Compression compression) throws IOException {
    InputStream raw = Files.newInputStream(file);
    return compression == Compression.NONE
        ? raw
        : new GZIPInputStream(new BufferedInputStream(raw, BUFFER), BUFFER);
  }
}
