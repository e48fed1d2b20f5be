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

/// Embeddings in files: CSV, gzipped CSV and NumPy's NPY.
///
/// CSV on reading: the first line is always the header; a first column is an index only if its
/// header cell is empty; a last column holds names only if its values are not numbers. NaN and
/// infinities are numbers, and bad input. CSV on writing: columns `0 … dims − 1`, then `name`.
public final class EmbeddingFiles {
  private static final int MAGIC_BYTES = 6;

  private EmbeddingFiles() {}

  /// Reads a file of finite numbers; whether it is CSV or NPY, gzipped or not, follows from its
  /// content.
  ///
  /// @throws PlumblineException if it cannot be read or breaks a rule above
  public static EmbeddingTable read(Path file) {
    try (InputStream plain = unzipped(file)) {
      plain.mark(MAGIC_BYTES);
      byte[] magic = plain.readNBytes(MAGIC_BYTES);
      plain.reset();
      return NpyFormat.isMagic(magic)
          ? NpyFormat.read(plain, file)
          : CsvEmbeddings.read(plain, file);
    } catch (NoSuchFileException e) {
      throw new PlumblineException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new PlumblineException(
          "The embeddings " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  private static InputStream unzipped(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    raw.mark(2);
    boolean gzipped = raw.read() == 0x1f && raw.read() == 0x8b;
    raw.reset();
    return gzipped ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
  }

  /// Writes embeddings, in the format that the file's suffix names: `.csv` or `.npy`. NPY holds no
  /// names.
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
      } else {
        throw new PlumblineException("Cannot tell the format of " + file + ": use .csv or .npy.");
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
