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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
  @CsvSource({"v.csv, true", "v.npy, false"})
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
