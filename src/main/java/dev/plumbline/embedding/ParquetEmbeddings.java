package dev.plumbline.embedding;

import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Array;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Embeddings as Parquet through DuckDB; the rules stand at [EmbeddingFiles].
final class ParquetEmbeddings {
  private static final String MAGIC = "PAR1";
  private static final List<String> NUMBERS =
      List.of("FLOAT", "DOUBLE", "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "REAL");

  /// What a column is for.
  private enum Role {
    NAME,
    LIST,
    NUMBER
  }

  private record Column(String name, Role role) {}

  private final Path file;

  private ParquetEmbeddings(Path file) {
    this.file = file;
  }

  static boolean isMagic(byte[] start) {
    return start.length >= MAGIC.length()
        && MAGIC.equals(
            new String(start, 0, MAGIC.length(), java.nio.charset.StandardCharsets.US_ASCII));
  }

  static EmbeddingTable read(Path file) {
    return new ParquetEmbeddings(file).read();
  }

  private EmbeddingTable read() {
    try (DuckDBConnection engine = engine();
        Statement statement = engine.createStatement()) {
      String source = "read_parquet(" + quoted(file.toAbsolutePath().toString(), '\'') + ")";
      List<Column> columns = columns(statement, source);
      try (ResultSet rows = statement.executeQuery(select(columns, source))) {
        return table(columns, rows);
      }
    } catch (SQLException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new PlumblineException(
          file + " cannot be read as Parquet: " + reason.replaceAll("[.]$", "") + ".", e);
    }
  }

  private static DuckDBConnection engine() throws SQLException {
    return DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
  }

  private static String quoted(String text, char quote) {
    String mark = String.valueOf(quote);
    return mark + text.replace(mark, mark + mark) + mark;
  }

  /// The columns that count: names first, then lists, or else numbers in the order of the file.
  private List<Column> columns(Statement statement, String source) throws SQLException {
    List<Column> names = new ArrayList<>();
    List<Column> lists = new ArrayList<>();
    List<Column> numbers = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + source)) {
      while (rows.next()) {
        String name = rows.getString(1);
        String type = rows.getString(2);
        if (type.equals("VARCHAR")) {
          names.add(new Column(name, Role.NAME));
        } else if (type.endsWith("]") && NUMBERS.contains(type.replaceAll("\\[\\d*\\]$", ""))) {
          lists.add(new Column(name, Role.LIST));
        } else if (NUMBERS.contains(type)) {
          numbers.add(new Column(name, Role.NUMBER));
        } else {
          throw new PlumblineException(
              "%s, column \"%s\": its type %s is neither text nor numbers."
                  .formatted(file, name, type));
        }
      }
    }
    boolean clear = names.size() <= 1 && lists.size() <= 1 && lists.isEmpty() != numbers.isEmpty();
    if (!clear) {
      throw new PlumblineException(
          "%s must hold one column of lists or several of numbers, and at most one of names; it has %d, %d and %d."
              .formatted(file, lists.size(), numbers.size(), names.size()));
    }
    List<Column> all = new ArrayList<>(names);
    all.addAll(lists);
    all.addAll(numbers);
    return all;
  }

  private static String select(List<Column> columns, String source) {
    List<String> parts = new ArrayList<>();
    for (Column column : columns) {
      String name = quoted(column.name(), '"');
      parts.add(
          switch (column.role()) {
            case NAME -> name;
            case LIST -> name + "::DOUBLE[]";
            case NUMBER -> name + "::DOUBLE";
          });
    }
    return "SELECT " + String.join(", ", parts) + " FROM " + source;
  }

  private EmbeddingTable table(List<Column> columns, ResultSet rows) throws SQLException {
    boolean named = columns.getFirst().role() == Role.NAME;
    boolean listed = columns.getLast().role() == Role.LIST;
    int first = named ? 2 : 1;
    int count = columns.size() - (named ? 1 : 0);
    List<String> names = new ArrayList<>();
    List<double[]> values = new ArrayList<>();
    while (rows.next()) {
      int row = values.size() + 1;
      if (named) {
        String name = rows.getString(1);
        if (name == null) {
          throw new PlumblineException("%s, row %d: it has no name.".formatted(file, row));
        }
        names.add(name);
      }
      Object[] cells = listed ? list(rows, first) : numbers(rows, first, count);
      double[] vector =
          vector(cells, row, listed ? List.of() : columns.subList(first - 1, columns.size()));
      if (!values.isEmpty() && vector.length != values.getFirst().length) {
        throw new PlumblineException(
            "%s, row %d: %d values where the first row has %d."
                .formatted(file, row, vector.length, values.getFirst().length));
      }
      values.add(vector);
    }
    if (values.isEmpty() || values.getFirst().length == 0) {
      throw new PlumblineException(file + " holds no embeddings: rows with values are needed.");
    }
    return new EmbeddingTable(
        values.toArray(double[][]::new), named ? Optional.of(names) : Optional.empty());
  }

  private static Object[] list(ResultSet rows, int column) throws SQLException {
    Array list = rows.getArray(column);
    return list == null ? new Object[] {null} : (Object[]) list.getArray();
  }

  private static Object[] numbers(ResultSet rows, int first, int count) throws SQLException {
    Object[] cells = new Object[count];
    for (int i = 0; i < count; i++) {
      cells[i] = rows.getObject(first + i);
    }
    return cells;
  }

  private double[] vector(Object[] cells, int row, List<Column> columns) {
    double[] vector = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      vector[i] = cells[i] == null ? Double.NaN : ((Number) cells[i]).doubleValue();
      if (!Double.isFinite(vector[i])) {
        String place =
            columns.isEmpty() ? "value " + (i + 1) : "column \"" + columns.get(i).name() + "\"";
        throw new PlumblineException(
            "%s, row %d, %s: %s is not a finite number.".formatted(file, row, place, cells[i]));
      }
    }
    return vector;
  }

  /// Replaces the file in one step.
  static void write(Path file, FloatMatrix vectors, List<String> names) throws IOException {
    Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), ".embeddings", ".parquet");
    try (DuckDBConnection engine = engine();
        Statement statement = engine.createStatement()) {
      statement.execute(
          "CREATE TABLE v (place INTEGER, name VARCHAR, embedding FLOAT["
              + vectors.columns()
              + "])");
      try (DuckDBAppender rows = engine.createAppender("v")) {
        for (int i = 0; i < vectors.rows(); i++) {
          rows.beginRow().append(i).append(names.get(i)).append(vectors.row(i)).endRow();
        }
      }
      statement.execute(
          "COPY (SELECT name, embedding::FLOAT[] AS embedding FROM v ORDER BY place) TO "
              + quoted(draft.toString(), '\'')
              + " (FORMAT parquet)");
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (SQLException e) {
      throw new IOException(e.getMessage(), e);
    } finally {
      Files.deleteIfExists(draft);
    }
  }
}
