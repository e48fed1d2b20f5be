package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// NumPy's NPY format, versions 1 to 3 on reading, 1.0 on writing (NumPy Enhancement Proposal 1).
/// Read are two-dimensional arrays of float16, float32 or float64 in either byte and memory order.
final class NpyFormat {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;

  private NpyFormat() {}

  static boolean isMagic(byte[] start) {
    return Arrays.equals(start, MAGIC);
  }

  /// Reads a file that is mapped into memory, not copied first.
  static EmbeddingTable read(Path file) throws IOException {
    NpyArray array = NpyArray.open(file);
    double[][] values = new double[array.rows()][array.dims()];
    for (int i = 0; i < values.length; i++) {
      array.read(i, values[i]);
    }
    checkFinite(values, file);
    return new EmbeddingTable(values, Optional.empty());
  }

  /// Reads a stream, such as an unzipped one.
  static EmbeddingTable read(InputStream in, Path file) throws IOException {
    NpyHeader header = NpyHeader.read(in, file);
    return new EmbeddingTable(values(in, file, header), Optional.empty());
  }

  private static double[][] values(InputStream in, Path file, NpyHeader header) throws IOException {
    int rows = header.rows();
    int columns = header.columns();
    int bytes = header.bytes();
    boolean byColumns = header.byColumns();
    int outer = byColumns ? columns : rows;
    int inner = byColumns ? rows : columns;
    double[][] values = byColumns ? new double[rows][columns] : new double[rows][];
    for (int i = 0; i < outer; i++) {
      byte[] line = in.readNBytes(Math.multiplyExact(inner, bytes));
      if (line.length < inner * bytes) {
        throw new PlumblineException(file + " ends too early: it holds fewer values than it says.");
      }
      ByteBuffer buffer = ByteBuffer.wrap(line).order(header.order());
      double[] numbers = numbers(buffer, inner, bytes);
      if (byColumns) {
        for (int j = 0; j < inner; j++) {
          values[j][i] = numbers[j];
        }
      } else {
        values[i] = numbers;
      }
    }
    checkFinite(values, file);
    return values;
  }

  private static double[] numbers(ByteBuffer buffer, int count, int bytes) {
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      numbers[i] =
          switch (bytes) {
            case 2 -> Float.float16ToFloat(buffer.getShort());
            case 4 -> buffer.getFloat();
            default -> buffer.getDouble();
          };
    }
    return numbers;
  }

  private static void checkFinite(double[][] values, Path file) {
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values[i].length; j++) {
        if (!Double.isFinite(values[i][j])) {
          throw new PlumblineException(
              "%s, row %d, column %d: %s is not a finite number."
                  .formatted(file, i + 1, j + 1, values[i][j]));
        }
      }
    }
  }

  static void write(Path file, FloatMatrix values, int... shape) throws IOException {
    long product = Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact);
    Arguments.check(
        product == (long) values.rows() * values.columns(), "the shape does not hold the values");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      out.write(header(shape));
      ByteBuffer row =
          ByteBuffer.allocate(Math.multiplyExact(values.columns(), Float.BYTES))
              .order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < values.rows(); i++) {
        row.clear().asFloatBuffer().put(values.row(i));
        out.write(row.array());
      }
    }
  }

  private static byte[] header(int... shape) {
    String dims = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
    String text =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%s%s), }"
            .formatted(dims, shape.length == 1 ? "," : "");
    int prefix = MAGIC.length + 4;
    int padded = Math.ceilDiv(prefix + text.length() + 1, ALIGNMENT) * ALIGNMENT;
    ByteBuffer header = ByteBuffer.allocate(padded).order(ByteOrder.LITTLE_ENDIAN);
    header.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) (padded - prefix));
    header.put(text.getBytes(StandardCharsets.US_ASCII));
    while (header.position() < padded - 1) {
      header.put((byte) ' ');
    }
    return header.put((byte) '\n').array();
  }
}
