package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.zip.GZIPInputStream;

/// About how many rows do text files have, by the length of their lines?
///
/// Rows ≈ bytes of all files · lines / bytes of what is looked at: of at most 8 files, evenly
/// spread over all, four pieces of 128 KiB of an unpacked file (from its start, its end and two
/// places between), or the first MiB that a gzip stream unpacks to and the packed bytes that it
/// takes. A line counts as a row, so that cells with line breaks make the estimate too high. There
/// is none of Zstandard, which Java does not unpack, of one JSON array, and where a file cannot be
/// read.
final class SampledRows {
  private static final int MOST_FILES = 8;
  private static final int PIECES = 4;
  private static final int PIECE = 1 << 17;
  private static final int UNPACKED = 1 << 20;

  private long lines;
  private long bytes;

  private SampledRows() {}

  /// The estimate; empty where there is none.
  static OptionalLong of(Manifest manifest, Cancellation cancellation) {
    boolean text =
        switch (manifest.format()) {
          case CSV, TSV, JSONL -> true;
          case PARQUET, WEBDATASET -> false;
        };
    if (!text) {
      return OptionalLong.empty();
    }
    SampledRows sample = new SampledRows();
    List<String> files = manifest.files();
    int looked = Math.min(MOST_FILES, files.size());
    try {
      for (int i = 0; i < looked; i++) {
        cancellation.check();
        if (!sample.add(Path.of(files.get((int) ((long) i * files.size() / looked))))) {
          return OptionalLong.empty();
        }
      }
    } catch (IOException _) {
      return OptionalLong.empty();
    }
    return sample.lines == 0
        ? OptionalLong.empty()
        : OptionalLong.of(Math.round((double) manifest.bytes() * sample.lines / sample.bytes));
  }

  private boolean add(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(PIECE);
    }
    return switch (Compression.of(start)) {
      case NONE -> {
        plain(file);
        yield start.length == 0 || start[0] != '[';
      }
      case GZIP -> {
        packed(file);
        yield true;
      }
      case ZSTD -> false;
    };
  }

  private void plain(Path file) throws IOException {
    long size = Files.size(file);
    long last = Math.max(0, size - PIECE);
    int pieces = size <= (long) PIECES * PIECE ? 1 : PIECES;
    for (int i = 0; i < pieces; i++) {
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(pieces == 1 ? 0 : last * i / (pieces - 1));
        byte[] piece = in.readNBytes(pieces == 1 ? PIECES * PIECE : PIECE);
        count(piece, piece.length);
        bytes += piece.length;
      }
    }
  }

  private void packed(Path file) throws IOException {
    try (Counted taken = new Counted(Files.newInputStream(file));
        InputStream in = new GZIPInputStream(taken)) {
      byte[] unpacked = in.readNBytes(UNPACKED);
      count(unpacked, unpacked.length);
      bytes += taken.count;
    }
  }

  private void count(byte[] piece, int length) {
    for (int i = 0; i < length; i++) {
      lines += piece[i] == '\n' ? 1 : 0;
    }
  }

  /// Counts the bytes that are read in arrays.
  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int next = super.read();
      count += next < 0 ? 0 : 1;
      return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
