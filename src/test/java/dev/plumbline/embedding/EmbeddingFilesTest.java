package dev.plumbline.embedding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.Oracle;
import dev.plumbline.core.PlumblineException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddingFilesTest {
  private static final FloatMatrix VECTORS =
      FloatMatrix.wrap(2, 3, new float[] {0.1f, -2, 3e-9f, 4, 5.5f, 1f / 3});

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"v.csv, true", "v.npy, false", "v.parquet, true"})
  void readsBackWhatItWrote(String name, boolean names) {
    Path file = folder.resolve(name);
    EmbeddingFiles.write(file, VECTORS, List.of("a, \"quoted\"", "two\nlines"));
    EmbeddingTable table = EmbeddingFiles.read(file);
    assertEquals(VECTORS, table.toFloats());
    assertEquals(
        names ? Optional.of(List.of("a, \"quoted\"", "two\nlines")) : Optional.empty(),
        table.names());
  }

  @Test
  void readsThePublishedImageEmbeddings() {
    EmbeddingTable table =
        EmbeddingFiles.read(Oracle.path("ieat/embeddings/insect-flower_flower_igpt_l_32.csv.gz"));
    assertEquals(35, table.rows());
    assertTrue(table.dims() > 100 && table.names().isPresent());
  }

  @Test
  void anEmptyHeaderCellMarksAnIndex() throws IOException {
    EmbeddingTable table = EmbeddingFiles.read(csv(",0,1,img\n0,1.5,2,a.png\n1,3,4,b.png\n"));
    assertArrayEquals(new double[][] {{1.5, 2}, {3, 4}}, table.values());
    assertEquals(Optional.of(List.of("a.png", "b.png")), table.names());
  }

  @Test
  void aFirstColumnWithAHeaderIsData() throws IOException {
    EmbeddingTable table = EmbeddingFiles.read(csv("index,d0\n0,1\n1,2\n"));
    assertArrayEquals(new double[][] {{0, 1}, {1, 2}}, table.values());
  }

  @Test
  void aLastColumnOfNumbersIsDataWhateverItsHeader() throws IOException {
    assertEquals(2, EmbeddingFiles.read(csv("d0,name\n0,1\n1,2\n")).dims());
    assertEquals(1, EmbeddingFiles.read(csv("d0,name\n0,1\n1,one\n")).dims());
  }

  @Test
  void theFirstLineIsAlwaysTheHeader() throws IOException {
    assertEquals(1, EmbeddingFiles.read(csv("1,2\n3,4\n")).rows());
  }

  @Test
  void readsGzippedFilesWhateverTheirName() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("v.csv"), bytes.toByteArray());
    assertEquals(2, EmbeddingFiles.read(file).dims());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "a,b;1,x;2,3|row 1, column \"b\": \"x\"",
        "a,b;1,NaN|column \"b\": \"NaN\"",
        "a,b;-inf,1|row 1, column \"a\": \"-inf\"",
        "a,b;1,2;Infinity,4|row 2, column \"a\"",
        "a,b;1e999,2|\"1e999\" is not a finite",
        "a,b;1,2;3|row 2: 1 cells where the header has 2",
        "a,b|holds no embeddings",
        "name;one|no numbers"
      })
  void namesRowAndColumnOfWhatIsNoNumber(String lines, String complaint) throws IOException {
    Path file = csv(lines.replace(';', '\n') + "\n");
    String message = message(file);
    assertTrue(message.contains(complaint), message);
    assertTrue(message.startsWith(file.toString()), message);
  }

  @Test
  void readsBothMemoryOrdersAndPrecisionsOfNpy() throws IOException {
    double[][] expected = {{1, 2, 3}, {4, 5, 6}};
    assertArrayEquals(
        expected, EmbeddingFiles.read(npy("'<f8'", "False", 1, 2, 3, 4, 5, 6)).values());
    assertArrayEquals(
        expected, EmbeddingFiles.read(npy("'<f8'", "True", 1, 4, 2, 5, 3, 6)).values());
  }

  @Test
  void everyPrecisionAndOrderOfNpyIsMappedRowByRow() throws IOException {
    for (String type : List.of("<f2", ">f2", "<f4", ">f4", "<f8", ">f8")) {
      for (boolean byColumns : new boolean[] {false, true}) {
        NpyArray array = NpyArray.open(npy(type, byColumns));
        double[] row = new double[3];
        for (int i = 0; i < 2; i++) {
          array.read(i, row);
          assertArrayEquals(new double[] {3 * i + 1, 3 * i + 2, 3 * i + 3}, row, type + byColumns);
        }
        Path file = npy(type, byColumns);
        assertArrayEquals(
            new double[][] {{1, 2, 3}, {4, 5, 6}}, EmbeddingFiles.read(file).values(), type);
      }
    }
  }

  @Test
  void rowsBeyondTwoGibibytesAreRead() throws IOException {
    int rows = 300_000;
    int dims = 2048;
    Path file = folder.resolve("big.npy");
    String header =
        "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }".formatted(rows, dims);
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
      sparse.write(new byte[] {(byte) (header.length() & 255), 0});
      sparse.writeBytes(header);
      long last = sparse.getFilePointer() + 4L * dims * (rows - 1);
      sparse.seek(last);
      sparse.writeInt(Integer.reverseBytes(Float.floatToIntBits(7.5f)));
      sparse.setLength(last + 4L * dims);
    }
    NpyArray array = NpyArray.open(file);
    double[] row = new double[dims];
    array.read(rows - 1, row);
    assertEquals(7.5, row[0]);
    assertEquals(0, row[1]);
  }

  @Test
  void readsParquetOfOthers() throws Exception {
    Path lists = parquet("lists", "SELECT [1.5::DOUBLE, 2] AS e, 'rose' AS id");
    assertArrayEquals(new double[][] {{1.5, 2}}, EmbeddingFiles.read(lists).values());
    assertEquals(Optional.of(List.of("rose")), EmbeddingFiles.read(lists).names());
    Path columns = parquet("columns", "SELECT 1::FLOAT AS d0, 2::FLOAT AS d1");
    assertArrayEquals(new double[][] {{1, 2}}, EmbeddingFiles.read(columns).values());
    assertEquals(Optional.empty(), EmbeddingFiles.read(columns).names());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "SELECT unnest([[1.0::FLOAT, 2], [3]]) AS e|row 2: 1 values where the first row has 2",
        "SELECT ['nan'::FLOAT] AS e|row 1, value 1: NaN is not a finite",
        "SELECT 1.0::FLOAT AS a, 'inf'::FLOAT AS b|row 1, column \"b\": Infinity",
        "SELECT DATE '2026-01-01' AS e|its type DATE is neither",
        "SELECT [1.0::FLOAT] AS e, [2.0::FLOAT] AS f|it has 2, 0 and 0",
        "SELECT 'a' AS a, 1.0::FLOAT AS e, 'b' AS b|it has 0, 1 and 2",
        "SELECT NULL::VARCHAR AS name, 1.0::FLOAT AS e|row 1: it has no name",
        "SELECT [1.0::FLOAT] AS e WHERE false|holds no embeddings"
      })
  void namesWhatIsWrongWithParquet(String query, String complaint) throws Exception {
    Path file = parquet("bad", query);
    String message = message(file);
    assertTrue(message.contains(complaint), message);
    assertTrue(message.startsWith(file.toString()), message);
  }

  @Test
  void refusesDamagedParquet() throws IOException {
    assertTrue(
        message(Files.writeString(folder.resolve("x.parquet"), "PAR1 and no more"))
            .contains("cannot be read as Parquet"));
  }

  private Path parquet(String name, String query) throws Exception {
    Path file = folder.resolve(name + ".parquet");
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = engine.createStatement()) {
      statement.execute("COPY (" + query + ") TO '" + file + "' (FORMAT parquet)");
    }
    return file;
  }

  private Path npy(String type, boolean byColumns) throws IOException {
    double[] values = byColumns ? new double[] {1, 4, 2, 5, 3, 6} : new double[] {1, 2, 3, 4, 5, 6};
    String header =
        "{'descr': '%s', 'fortran_order': %s, 'shape': (2, 3), }"
            .formatted(type, byColumns ? "True" : "False");
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + values.length * (type.charAt(2) - '0'))
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
            .putShort((short) header.length())
            .put(header.getBytes(StandardCharsets.US_ASCII))
            .order(type.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      switch (type.charAt(2)) {
        case '2' -> bytes.putShort(Float.floatToFloat16((float) value));
        case '4' -> bytes.putFloat((float) value);
        default -> bytes.putDouble(value);
      }
    }
    return Files.write(folder.resolve("order.npy"), bytes.array());
  }

  @Test
  void refusesDamagedNpy() throws IOException {
    Path whole = npy("'<f8'", "False", 1, 2, 3, 4, 5, 6);
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(bytes, bytes.length - 1));
    assertTrue(message(cut).contains("ends too early"));
    assertTrue(message(npy("'<i8'", "False", 1, 2, 3, 4, 5, 6)).contains("array of floats"));
    assertTrue(
        message(npy("'<f8'", "False", 1, 2, 3, 4, 5, Double.NaN)).contains("row 2, column 3"));
  }

  @Test
  void keepsNamesFromBecomingFormulas() throws IOException {
    Path file = folder.resolve("v.csv");
    EmbeddingFiles.write(file, VECTORS, List.of("=HYPERLINK(1)", "rose"));
    assertTrue(Files.readString(file).contains("'=HYPERLINK"));
    assertEquals(Optional.of(List.of("=HYPERLINK(1)", "rose")), EmbeddingFiles.read(file).names());
  }

  @Test
  void saysSoWhereThereIsNoFileOrFormat() {
    assertTrue(message(folder.resolve("none.csv")).startsWith("There is no file"));
    assertThrows(
        PlumblineException.class,
        () -> EmbeddingFiles.write(folder.resolve("v.txt"), VECTORS, List.of("a", "b")));
  }

  private Path csv(String text) throws IOException {
    return Files.writeString(folder.resolve("v.csv"), text);
  }

  private Path npy(String type, String byColumns, double... values) throws IOException {
    String header =
        "{'descr': %s, 'fortran_order': %s, 'shape': (2, 3), }\n".formatted(type, byColumns);
    ByteBuffer bytes =
        ByteBuffer.allocate(10 + header.length() + 8 * values.length)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
            .putShort((short) header.length())
            .put(header.getBytes(StandardCharsets.US_ASCII));
    for (double value : values) {
      bytes.putDouble(value);
    }
    return Files.write(folder.resolve("v.npy"), bytes.array());
  }

  private static String message(Path file) {
    return assertThrows(PlumblineException.class, () -> EmbeddingFiles.read(file)).getMessage();
  }
}
