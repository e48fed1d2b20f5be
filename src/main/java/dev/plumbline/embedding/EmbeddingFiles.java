package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// Embeddings in files: CSV, NumPy's NPY (both also gzipped) and Parquet.
///
/// CSV on reading: the first line is always the header; a first column is an index only if its
/// header cell is empty; a last column holds names only if its values are not numbers. NaN and
/// infinities are numbers, and bad input. CSV on writing: columns `0 … dims − 1`, then `name`; a
/// name that a spreadsheet would take for a formula gets an apostrophe in front, which reading
/// takes off.
///
/// NPY: arrays `[rows, dims]` of float16, float32 or float64 in either byte and memory order,
/// mapped into memory; written as float32 in C order. Parquet: one column of lists, or numeric
/// columns, and at most one column of texts, the names; written as `name` and `embedding`, a list
/// of float32.
public final class EmbeddingFiles {
  private static final int MAGIC_BYTES = 6;

  private EmbeddingFiles() {}

  /// Reads a file of finite numbers; whether it is CSV, NPY or Parquet, gzipped or not, follows
  /// from its content.
  ///
  /// @throws PlumblineException if it cannot be read or breaks a rule above
  public static EmbeddingTable read(Path file) {
    try (InputStream plain = unzipped(file)) {
      plain.mark(MAGIC_BYTES);
      byte[] magic = plain.readNBytes(MAGIC_BYTES);
      plain.reset();
      if (ParquetEmbeddings.isMagic(magic)) {
        return ParquetEmbeddings.read(file);
      }
      if (!NpyFormat.isMagic(magic)) {
        return CsvEmbeddings.read(plain, file);
      }
      return startsWithMagic(file) ? NpyFormat.read(file) : NpyFormat.read(plain, file);
    } catch (NoSuchFileException e) {
      throw new PlumblineException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new PlumblineException(
          "The embeddings " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static boolean startsWithMagic(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return NpyFormat.isMagic(in.readNBytes(MAGIC_BYTES));
    }
  }

  private static InputStream unzipped(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(2);
    boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzipped ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
  }

  /// Writes embeddings, in the format that the file's suffix names: `.csv`, `.npy` or `.parquet`.
  /// NPY holds no names.
  ///
  /// @param vectors shape `[rows, dims]`
  /// @param names name of each row
  /// @throws PlumblineException if the suffix is another or the file cannot be written
  public static void write(Path file, FloatMatrix vectors, List<String> names) {
    Arguments.check(names.size() == vectors.rows(), "names must match the rows");
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    try {
      if (name.endsWith(".npy")) {
        NpyFormat.write(file, vectors, vectors.rows(), vectors.columns());
      } else if (name.endsWith(".csv")) {
        CsvEmbeddings.write(file, vectors, names);
      } else if (name.endsWith(".parquet")) {
        ParquetEmbeddings.write(file, vectors, names);
      } else {
        throw new PlumblineException(
            "Cannot tell the format of " + file + ": use .csv, .npy or .parquet.");
      }
    } catch (IOException e) {
      throw new PlumblineException("Cannot write " + file + ": " + e.getMessage() + ".", e);
    }
  }

  /// Writes one array of any shape as NPY, float32.
  ///
  /// @param values all values in C order
  /// @param shape their shape
  public static void writeArray(Path file, FloatMatrix values, int... shape) {
    try {
      NpyFormat.write(file, values, shape);
    } catch (IOException e) {
      throw new PlumblineException("Cannot write " + file + ": " + e.getMessage() + ".", e);
    }
  }
}
