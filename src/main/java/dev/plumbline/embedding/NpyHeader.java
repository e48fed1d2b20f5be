package dev.plumbline.embedding;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an NPY file (NumPy Enhancement Proposal 1, versions 1 to 3) says before its values.
///
/// @param start byte at which the values begin
/// @param rows first axis
/// @param columns second axis
/// @param bytes size of a value: 2, 4 or 8
/// @param order order of its bytes
/// @param byColumns whether values of a column follow each other (Fortran order)
record NpyHeader(long start, int rows, int columns, int bytes, ByteOrder order, boolean byColumns) {
  private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>=|])f([248])'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape'\\s*:\\s*\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,?\\s*\\)");
  private static final int LONGEST = 1 << 20;

  /// Reads the header of a two-dimensional array of floats; the stream then stands at its values.
  ///
  /// @throws PlumblineException if the file holds something else
  static NpyHeader read(InputStream in, Path file) throws IOException {
    byte[] start = in.readNBytes(8);
    int major = start.length == 8 ? start[6] : 0;
    int lengthBytes = major == 1 ? 2 : 4;
    int length = start.length < 8 ? -1 : wordOf(in.readNBytes(lengthBytes));
    if (major < 1 || major > 3 || length < 0 || length > LONGEST) {
      throw new PlumblineException(file + " is a damaged NPY file: its header cannot be read.");
    }
    String header = new String(in.readNBytes(length), StandardCharsets.UTF_8);
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
    return new NpyHeader(
        8L + lengthBytes + length,
        count(shape.group(1), file),
        count(shape.group(2), file),
        Integer.parseInt(type.group(2)),
        type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        order.group(1).equals("True"));
  }

  private static int wordOf(byte[] bytes) {
    byte[] four = new byte[4];
    System.arraycopy(bytes, 0, four, 0, bytes.length);
    return ByteBuffer.wrap(four).order(ByteOrder.LITTLE_ENDIAN).getInt();
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
}
