package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// An NPY file mapped into memory: a row costs what it takes to read it, however large the file.
/// The mapping ends when the array is no longer used.
final class NpyArray implements VectorTable {
  private final NpyHeader header;
  private final MemorySegment values;
  private final ValueLayout.OfShort halves;
  private final ValueLayout.OfFloat floats;
  private final ValueLayout.OfDouble doubles;

  private NpyArray(NpyHeader header, MemorySegment values) {
    this.header = header;
    this.values = values;
    this.halves = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(header.order());
    this.floats = ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(header.order());
    this.doubles = ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(header.order());
  }

  /// Maps a file.
  ///
  /// @throws PlumblineException if it is no two-dimensional array of floats, or is cut off
  static NpyArray open(Path file) throws IOException {
    NpyHeader header;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      header = NpyHeader.read(in, file);
    }
    long bytes = (long) header.rows() * header.columns() * header.bytes();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() - header.start() < bytes) {
        throw new PlumblineException(file + " ends too early: it holds fewer values than it says.");
      }
      MemorySegment values =
          channel.map(FileChannel.MapMode.READ_ONLY, header.start(), bytes, Arena.ofAuto());
      return new NpyArray(header, values);
    }
  }

  @Override
  public int rows() {
    return header.rows();
  }

  @Override
  public int dims() {
    return header.columns();
  }

  @Override
  public void read(int row, double[] target) {
    long step = (header.byColumns() ? (long) header.rows() : 1L) * header.bytes();
    long at = (header.byColumns() ? row : (long) row * header.columns()) * header.bytes();
    for (int i = 0; i < header.columns(); i++, at += step) {
      target[i] =
          switch (header.bytes()) {
            case 2 -> Float.float16ToFloat(values.get(halves, at));
            case 4 -> values.get(floats, at);
            default -> values.get(doubles, at);
          };
    }
  }
}
