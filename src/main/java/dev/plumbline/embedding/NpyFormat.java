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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// NumPy's NPY format, versions 1 to 3 on reading, 1.0 on writing (NumPy Enhancement Proposal 1).
/// Read are two-dimensional arrays of float16, float32 or float64 in either byte and memory order.
final class NpyFormat {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>=|])f([248])'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape'\\s*:\\s*\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,?\\s*\\)");
  private static final int ALIGNMENT = 64;

  private NpyFormat() {}

  static boolean isMagic(byte[] start) {
    return Arrays.equals(start, MAGIC);
  }

  static EmbeddingTable read(InputStream in, Path file) throws IOException {
    byte[] start = in.readNBytes(8);
    int major = start.length == 8 ? start[6] : 0;
    int lengthBytes = major == 1 ? 2 : 4;
    ByteBuffer length =
        ByteBuffer.wrap(Arrays.copyOf(in.readNBytes(lengthBytes), 4))
            .order(ByteOrder.LITTLE_ENDIAN);
    int headerLength = length.getInt(0);
    if (major < 1 || major > 3 || headerLength < 0 || headerLength > 1 << 20) {
      throw new PlumblineException(file + " is a damaged NPY file: its header cannot be read.");
    }
    String header = new String(in.readNBytes(headerLength), StandardCharsets.UTF_8);
    Matcher type = TYPE.matcher(header);
    Matcher order = ORDER.matcher(header);
    Matcher shape = SHAPE.matcher(header);
    if (!type.find() || !order.find() || !shape.find()) {
      throw new PlumblineException(
          file
              + " must hold a two-dimensional array of floats, but its header is "
              + header.strip()
              + ".");
    }
    boolean bigEndian = type.group(1).equals(">");
    int bytes = Integer.parseInt(type.group(2));
    int rows = count(shape.group(1), file);
    int columns = count(shape.group(2), file);
    boolean byColumns = order.group(1).equals("True");
    return new EmbeddingTable(
        values(in, file, rows, columns, bytes, bigEndian, byColumns), Optional.empty());
  }

  private static int count(String digits, Path file) {
    try {
      int count = Integer.parseInt(digits);
      if (count > 0) {
        return count;
      }
    } catch (NumberFormatException e) {
      throw new PlumblineException(file + " holds too large an array.", e);
    }
    throw new PlumblineException(file + " holds an empty array.");
  }

  private static double[][] values(
      InputStream in,
      Path file,
      int rows,
      int columns,
      int bytes,
      boolean bigEndian,
      boolean byColumns)
      throws IOException {
    int outer = byColumns ? columns : rows;
    int inner = byColumns ? rows : columns;
    double[][] values = byColumns ? new double[rows][columns] : new double[rows][];
    for (int i = 0; i < outer; i++) {
      byte[] line = in.readNBytes(Math.multiplyExact(inner, bytes));
      if (line.length < inner * bytes) {
        throw new PlumblineException(file + " ends too early: it holds fewer values than it says.");
      }
      ByteBuffer buffer =
          ByteBuffer.wrap(line).order(bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
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
