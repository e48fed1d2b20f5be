package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Oracle;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The 39 published image tests of one model, from their embeddings.
class PublishedImageTestsTest {
  private static final int DRAWS = 20_000;
  private static final Map<String, double[][]> LOADED = new HashMap<>();

  record Row(Map<String, String> cells) {
    double number(String column) {
      return Double.parseDouble(cells.get(column));
    }

    @Override
    public String toString() {
      return cells.get("Test");
    }
  }

  static Stream<Row> rows() throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(Files.newBufferedReader(Oracle.path("ieat/expected.csv")))) {
      return parser.getRecords().stream().map(CSVRecord::toMap).map(Row::new).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void effectSizeAndPAgree(Row row) throws IOException {
    double expected = row.number("p_ge");
    boolean enumerable = row.number("n_partitions") < 2e11;
    Measured measured = test(row, enumerable ? 200_000_000_000L : DRAWS, 1);
    assertEquals(row.number("d_ddof1"), measured.d(), 1e-12);
    assertEquals(row.number("d_ddof0"), test(row, 100, 0).d(), 1e-12);
    assertEquals(enumerable, measured.exact());
    if (enumerable) {
      assertEquals(expected, measured.p(), 1e-15);
    }
    Measured sampled = test(row, DRAWS, 1);
    double spread = 5 * Math.sqrt(expected * (1 - expected) / DRAWS) + 2.0 / DRAWS;
    assertTrue(sampled.exact() || Math.abs(sampled.p() - expected) <= spread);
  }

  private static Measured test(Row row, long permutations, int ddof) throws IOException {
    AssociationSettings settings =
        new AssociationSettings(ddof, Alternative.GREATER, permutations, 0, 0.95, 11);
    return assertInstanceOf(
        Measured.class,
        new EmbeddingAssociation(settings)
            .test(
                embeddings(row, "X_file"),
                embeddings(row, "Y_file"),
                embeddings(row, "A_file"),
                embeddings(row, "B_file"),
                new Cancellation()));
  }

  private static double[][] embeddings(Row row, String column) throws IOException {
    String name = row.cells().get(column);
    if (!LOADED.containsKey(name)) {
      LOADED.put(name, read(Oracle.path("ieat/embeddings/" + name)));
    }
    return LOADED.get(name);
  }

  /// Reads numbers between a leading row number and a trailing file name.
  private static double[][] read(Path file) throws IOException {
    List<double[]> rows = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      reader.readLine();
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        String[] cells = line.split(",");
        double[] row = new double[cells.length - 2];
        for (int j = 0; j < row.length; j++) {
          row[j] = Double.parseDouble(cells[j + 1]);
        }
        rows.add(row);
      }
    }
    return rows.toArray(double[][]::new);
  }
}
