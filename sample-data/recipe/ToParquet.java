import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Writes each `<id>.columns.jsonl` of a folder as `<id>.parquet` of another, the balanced one as
/// CSV and JSON lines too.
///
/// `java -cp duckdb.jar ToParquet.java ROWS_FOLDER MANIFESTS_FOLDER`
public final class ToParquet {
  private static final List<String> IDS =
      List.of("pleasant", "balanced", "unpleasant", "filtered");

  private ToParquet() {}

  public static void main(String[] arguments) throws Exception {
    Path rows = Path.of(arguments[0]);
    Path out = Files.createDirectories(Path.of(arguments[1]));
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
      run(connection, "SET threads = 1");
      for (String id : IDS) {
        Path source = rows.resolve(id + ".columns.jsonl");
        run(connection, "CREATE TABLE " + id + " AS FROM read_json('" + source + "', sample_size=-1)");
        copy(connection, id, out.resolve(id + ".parquet"), "FORMAT parquet, COMPRESSION zstd");
      }
      copy(connection, "balanced", out.resolve("balanced.csv"), "FORMAT csv, HEADER, FORCE_QUOTE (text)");
      copy(connection, "balanced", out.resolve("balanced.jsonl"), "FORMAT json");
    }
  }

  private static void copy(Connection connection, String table, Path file, String options)
      throws SQLException {
    run(connection, "COPY " + table + " TO '" + file + "' (" + options + ")");
  }

  private static void run(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
