package dev.plumbline.manifest;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;

/// A [RowFeed] as a table function of the embedded engine, whose columns `c0`, `c1`, … are texts.
/// Rows are asked for as the engine can take them, some hundred at a time.
final class FeedFunction implements DuckDBTableFunction<RowFeed, RowFeed, Object> {
  private static final String NAME = "plumbline_feed";
  private static final int MOST_CHARACTERS = 4 << 20;

  private final Map<Integer, RowFeed> feeds = new ConcurrentHashMap<>();
  private final AtomicInteger handles = new AtomicInteger();

  /// Makes the function known to an engine.
  void register(Connection connection) throws SQLException {
    try (var builder = DuckDBFunctions.tableFunction()) {
      builder
          .withName(NAME)
          .withParameter(DuckDBColumnType.INTEGER)
          .withFunction(this)
          .register(connection);
    }
  }

  /// Gives a feed a handle, until [#remove(int)].
  int add(RowFeed feed) {
    int handle = handles.incrementAndGet();
    feeds.put(handle, feed);
    return handle;
  }

  /// Forgets a feed.
  void remove(int handle) {
    feeds.remove(handle);
  }

  /// SQL of the rows of a feed, in its names and types.
  String sql(int handle) {
    StringBuilder sql = new StringBuilder();
    int n = 0;
    for (RowFeed.FeedColumn column : feeds.get(handle).columns()) {
      sql.append(sql.isEmpty() ? "SELECT " : ", ")
          .append(column.value().replace("%s", "c" + n++))
          .append(" AS ")
          .append(Sql.identifier(column.name()));
    }
    return sql.append(" FROM ").append(NAME).append('(').append(handle).append(')').toString();
  }

  @Override
  public RowFeed bind(DuckDBTableFunctionBindInfo info) {
    RowFeed feed = feeds.get(info.getParameter(0).getInt());
    for (int n = 0; n < feed.columns().size(); n++) {
      info.addResultColumn("c" + n, DuckDBColumnType.VARCHAR);
    }
    return feed;
  }

  @Override
  public RowFeed init(DuckDBTableFunctionInitInfo info) {
    info.setMaxThreads(1);
    return info.getBindData();
  }

  @Override
  public Object localInit(DuckDBTableFunctionInitInfo info) {
    return this;
  }

  @Override
  public long apply(DuckDBTableFunctionCallInfo info, DuckDBDataChunkWriter out) {
    RowFeed feed = info.getInitData();
    long rows = 0;
    int characters = 0;
    while (rows < out.capacity() && characters < MOST_CHARACTERS) {
      Optional<String[]> row = feed.next();
      if (row.isEmpty()) {
        break;
      }
      for (int n = 0; n < row.get().length; n++) {
        String text = row.get()[n];
        if (text == null) {
          out.vector(n).setNull(rows);
        } else {
          out.vector(n).setString(rows, text);
          characters += text.length();
        }
      }
      rows++;
    }
    return rows;
  }
}
