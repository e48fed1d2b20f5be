package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBWritableVector;

/// An embedded, in-memory DuckDB database that aggregates over files.
///
/// Nothing is fetched from a network and no extension is installed. Intermediate results beyond the
/// memory limit spill into a temporary folder that [#close()] removes. Work happens in
/// [QuerySession]s, which may run side by side. Opening unpacks a native library (about half a
/// second): not for the JavaFX thread.
public final class DuckDbEngine implements QueryEngine {
  private static final String TEXT_FUNCTION = "plumbline_text";

  private final DuckDBConnection root;
  private final TemporaryFolder temporaryFolder;
  private final ScheduledExecutorService watch;
  private final Utf8Copies utf8Copies;
  private final Map<Integer, UnaryOperator<String>> functions = new ConcurrentHashMap<>();
  private final AtomicInteger handles = new AtomicInteger();
  private final FeedFunction feeds = new FeedFunction();

  private DuckDbEngine(DuckDBConnection root, TemporaryFolder temporaryFolder) {
    this.root = root;
    this.temporaryFolder = temporaryFolder;
    this.utf8Copies = new Utf8Copies(temporaryFolder.path());
    this.watch =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("query-watch").factory());
  }

  /// Opens an engine with the default settings.
  public static DuckDbEngine open() {
    return open(EngineSettings.defaults());
  }

  /// Opens an engine.
  ///
  /// @throws PlumblineException if the native library or the temporary folder is not usable
  public static DuckDbEngine open(EngineSettings settings) {
    TemporaryFolder folder = TemporaryFolder.in(settings.temporaryFolder());
    try {
      Connection connection =
          DriverManager.getConnection("jdbc:duckdb:", properties(settings, folder.path()));
      DuckDbEngine engine = new DuckDbEngine(connection.unwrap(DuckDBConnection.class), folder);
      engine.registerTextFunction();
      TarFunction.register(engine.root);
      engine.feeds.register(engine.root);
      return engine;
    } catch (SQLException e) {
      folder.close();
      throw new PlumblineException(
          "The embedded query engine does not start: check that the temporary folder "
              + folder.path()
              + " is writable.",
          e);
    }
  }

  private static Properties properties(EngineSettings settings, Path folder) {
    Properties properties = new Properties();
    properties.setProperty("temp_directory", folder.toString());
    properties.setProperty("memory_limit", settings.memoryLimitMebibytes() + "MiB");
    properties.setProperty("threads", Integer.toString(settings.threads()));
    properties.setProperty("autoinstall_known_extensions", "false");
    properties.setProperty("autoload_known_extensions", "false");
    properties.setProperty("enable_external_file_cache", "false");
    return properties;
  }

  @Override
  public Manifest read(ManifestSource source, Cancellation cancellation) {
    return new ManifestReader(this).read(source, cancellation);
  }

  @Override
  public Preview preview(Manifest manifest, int rows, Cancellation cancellation) {
    return new ManifestReader(this).preview(manifest, rows, cancellation);
  }

  @Override
  public BlockSample sample(Manifest manifest, long rows, long seed, Cancellation cancellation) {
    try (DuckDbSession session = session()) {
      return new BlockSampler(manifest, rows, seed, session, temporaryFolder.path(), cancellation)
          .draw();
    }
  }

  @Override
  public OptionalLong declaredRows(Manifest manifest, Cancellation cancellation) {
    try (DuckDbSession session = session()) {
      return DeclaredRows.of(manifest, session, cancellation);
    }
  }

  @Override
  public OptionalLong estimatedRows(Manifest manifest, Cancellation cancellation) {
    return SampledRows.of(manifest, cancellation);
  }

  @Override
  public boolean callsBack() {
    return true;
  }

  @Override
  public boolean readable(String file) {
    return Files.isReadable(Path.of(file));
  }

  @Override
  public Reject reject(
      Manifest manifest, String file, QueryException failure, Cancellation cancellation) {
    try (DuckDbSession session = session()) {
      long rows = DeclaredRows.of(manifest.format(), file, session, cancellation);
      return ReadFailure.of(file, failure, rows);
    }
  }

  @Override
  public DuckDbSession session() {
    try {
      Connection connection = root.duplicate();
      return new DuckDbSession(connection.unwrap(DuckDBConnection.class), watch, utf8Copies);
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }

  @Override
  public Optional<TextFunction> register(UnaryOperator<String> function) {
    int handle = handles.incrementAndGet();
    functions.put(handle, function);
    return Optional.of(new TextFunction(TEXT_FUNCTION, handle, () -> functions.remove(handle)));
  }

  /// Writes rows from outside into a file, while they arrive.
  ///
  /// @return rows written
  /// @throws QueryException if the file cannot be written or the feed fails
  long write(RowFeed feed, Path file, RowFormat format, Cancellation cancellation) {
    int handle = feeds.add(feed);
    try (DuckDbSession session = session()) {
      return session.write(feeds.sql(handle), file, format, cancellation, _ -> {});
    } finally {
      feeds.remove(handle);
    }
  }

  private void registerTextFunction() throws SQLException {
    try (var builder = DuckDBFunctions.scalarFunction()) {
      builder
          .withName(TEXT_FUNCTION)
          .withParameters(DuckDBColumnType.INTEGER, DuckDBColumnType.VARCHAR)
          .withReturnType(DuckDBColumnType.VARCHAR)
          .withVectorizedFunction(this::apply)
          .register(root);
    }
  }

  private void apply(DuckDBDataChunkReader chunk, DuckDBWritableVector out) {
    long rows = chunk.rowCount();
    if (rows == 0) {
      return;
    }
    UnaryOperator<String> function = functions.get(chunk.vector(0).getInt(0));
    var texts = chunk.vector(1);
    for (long row = 0; row < rows; row++) {
      if (texts.isNull(row)) {
        out.setNull(row);
      } else {
        out.setString(row, function.apply(texts.getString(row)));
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
    try {
      root.close();
    } catch (SQLException e) {
      throw QueryException.of(e);
    } finally {
      temporaryFolder.close();
    }
  }

  /// The folder for spilled data, gone after [#close()].
  Path temporaryFolder() {
    return temporaryFolder.path();
  }
}
