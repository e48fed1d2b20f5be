package dev.plumbline.manifest;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBTableFunctionState;

/// The samples of WebDataset archives as a table function of the embedded engine: `json`, null
/// where a sample's description is no object, and `filename`.
///
/// Samples are handed over as they are read, some hundred at a time; each thread reads an archive
/// of its own.
final class TarFunction
    implements DuckDBTableFunction<String[], TarFunction.Archives, TarFunction.Reader> {
  private static final String NAME = "plumbline_tar";
  private static final int MOST_CHARACTERS = 4 << 20;

  /// Makes the function known to an engine.
  static void register(Connection connection) throws SQLException {
    try (var builder = DuckDBFunctions.tableFunction()) {
      builder
          .withName(NAME)
          .withParameter(DuckDBColumnType.VARCHAR)
          .withFunction(new TarFunction())
          .register(connection);
    }
  }

  /// SQL of the samples of archives.
  static String call(Collection<String> files) {
    return NAME + "(" + Sql.literal(new Gson().toJson(files)) + ")";
  }

  /// Archives that no thread has begun to read.
  record Archives(Queue<String> left) {}

  @Override
  public String[] bind(DuckDBTableFunctionBindInfo info) {
    info.addResultColumn("json", DuckDBColumnType.VARCHAR);
    info.addResultColumn("filename", DuckDBColumnType.VARCHAR);
    return new Gson().fromJson(info.getParameter(0).getString(), String[].class);
  }

  @Override
  public Archives init(DuckDBTableFunctionInitInfo info) {
    String[] files = info.getBindData();
    info.setMaxThreads(Math.min(files.length, Runtime.getRuntime().availableProcessors()));
    return new Archives(new ConcurrentLinkedQueue<>(java.util.List.of(files)));
  }

  @Override
  public Reader localInit(DuckDBTableFunctionInitInfo info) {
    return new Reader();
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
    Archives archives = info.getInitData();
    Reader reader = info.getLocalInitData();
    long rows = 0;
    int characters = 0;
    while (rows < out.capacity() && characters < MOST_CHARACTERS) {
      Optional<TarSamples.Sample> sample = reader.next(archives.left());
      if (sample.isEmpty()) {
        break;
      }
      Optional<String> json = sample.get().json();
      if (json.isPresent()) {
        out.vector(0).setString(rows, json.get());
        characters += json.get().length();
      } else {
        out.vector(0).setNull(rows);
      }
      out.vector(1).setString(rows, reader.file);
      rows++;
    }
    return rows;
  }

  /// One thread's archive.
  static final class Reader implements DuckDBTableFunctionState {
    private TarSamples samples;
    private String file;

    private Optional<TarSamples.Sample> next(Queue<String> archives) {
      try {
        while (true) {
          if (samples == null) {
            file = archives.poll();
            if (file == null) {
              return Optional.empty();
            }
            samples = new TarSamples(Path.of(file));
          }
          Optional<TarSamples.Sample> sample = samples.next();
          if (sample.isPresent()) {
            return sample;
          }
          close();
        }
      } catch (IOException | IllegalArgumentException e) {
        throw new IllegalStateException("Damaged tar \"" + file + "\": " + e.getMessage(), e);
      }
    }

    @Override
    public void close() throws IOException {
      if (samples != null) {
        samples.close();
        samples = null;
      }
    }
  }
}
