package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.apache.spark.sql.connect.SparkSession;
import org.apache.spark.sql.types.StructType;

/// A connection to a Spark Connect server, with a session of its own on the cluster.
///
/// The session is set so that Spark reads SQL as the embedded engine does: names in double quotes
/// and with their case, failures instead of silent nulls; [SparkDialect] does the rest. The
/// client's own log is off: it may repeat addresses with their credentials.
final class SparkQuerySession extends QuerySession {
  /// Held, since a logger that nobody holds forgets its level.
  private static final List<Logger> CLIENT_LOGS =
      List.of(Logger.getLogger("org.apache.spark"), Logger.getLogger("org.sparkproject"));

  private static final String STREAM = "plumbline_stream";
  private static final long OPEN_SECONDS = 20;

  private final Set<String> stored = ConcurrentHashMap.newKeySet();
  private final SparkSession spark;
  private final EngineAddress.Server server;
  private final SparkCalls calls;
  private final Map<ShardGroup, String> views = new HashMap<>();
  private final Map<List<Column>, StructType> schemas;

  private SparkQuerySession(
      SparkSession spark,
      EngineAddress.Server server,
      SparkProgress progress,
      Map<List<Column>, StructType> schemas) {
    this.spark = spark;
    this.server = server;
    this.schemas = schemas;
    calls = new SparkCalls(spark, server, progress);
  }

  /// Opens a session.
  ///
  /// @param schemas how columns are stored, shared by the sessions of an engine
  /// @throws PlumblineException if the client cannot run in this Java
  /// @throws QueryException if the server refuses
  static SparkQuerySession open(
      EngineAddress.Server server, Map<List<Column>, StructType> schemas) {
    CLIENT_LOGS.forEach(log -> log.setLevel(Level.OFF));
    SparkProgress progress = new SparkProgress();
    FutureTask<SparkSession> opening = new FutureTask<>(() -> create(server, progress));
    Thread.ofPlatform().daemon().name("cluster-open").start(opening);
    try {
      return new SparkQuerySession(
          opening.get(OPEN_SECONDS, TimeUnit.SECONDS), server, progress, schemas);
    } catch (TimeoutException _) {
      opening.cancel(true);
      throw QueryException.silentCluster(server, OPEN_SECONDS);
    } catch (InterruptedException _) {
      opening.cancel(true);
      Thread.currentThread().interrupt();
      throw new CancellationException();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ExceptionInInitializerError) {
        throw new PlumblineException(
            "The Spark Connect client does not start in this Java: start Plumbline by"
                + " bin/plumbline, or add the options --add-opens=java.base/java.nio=ALL-UNNAMED"
                + " --sun-misc-unsafe-memory-access=allow.",
            new IllegalStateException(e.getCause()));
      }
      if (e.getCause() instanceof LinkageError missing) {
        throw missing;
      }
      throw QueryException.ofCluster(e.getCause(), server);
    }
  }

  private static SparkSession create(EngineAddress.Server server, SparkProgress progress) {
    return SparkSession.builder()
        .remote(server.connection())
        .config(settings())
        .interceptor(progress)
        .create();
  }

  private static Map<String, Object> settings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("spark.sql.ansi.enabled", true);
    settings.put("spark.sql.ansi.doubleQuotedIdentifiers", true);
    settings.put("spark.sql.parser.escapedStringLiterals", false);
    settings.put("spark.sql.variable.substitute", false);
    settings.put("spark.sql.caseSensitive", true);
    settings.put("spark.sql.parquet.binaryAsString", true);
    settings.put("spark.sql.files.ignoreCorruptFiles", false);
    settings.put("spark.sql.files.ignoreMissingFiles", false);
    settings.put("spark.sql.session.timeZone", "UTC");
    return settings;
  }

  @Override
  public void query(
      String sql, Cancellation cancellation, DoubleConsumer share, Consumer<Row> rows) {
    List<org.apache.spark.sql.Row> result =
        run(() -> spark.sql(SparkDialect.of(sql)).collectAsList(), cancellation, share);
    for (org.apache.spark.sql.Row row : result) {
      cancellation.check();
      rows.accept(new SparkRow(row));
    }
  }

  /// The result is kept on the cluster first, then fetched slice by slice.
  @Override
  public void stream(
      String sql, Cancellation cancellation, DoubleConsumer share, Consumer<Row> rows) {
    SparkSlices slices = keep(sql, cancellation, share);
    StructType schema = schema(sql, cancellation);
    try (SparkRows sent = rows(slices, names(schema), cancellation, share)) {
      for (var row = sent.next(); row.isPresent(); row = sent.next()) {
        rows.accept(new SparkRow(row.get()));
      }
    } catch (SparkRows.Failed e) {
      throw QueryException.ofCluster(e.getCause(), server);
    } finally {
      forget(STREAM);
    }
  }

  /// The rows travel here and are written by an embedded engine, which takes them as they arrive.
  @Override
  public long write(
      String query, Path file, RowFormat format, Cancellation cancellation, DoubleConsumer share) {
    SparkSlices slices = keep(query, cancellation, share);
    StructType schema = schema(query, cancellation);
    try (DuckDbEngine writer = DuckDbEngine.open();
        SparkRows sent = rows(slices, SparkFeed.texts(schema), cancellation, share)) {
      try {
        return writer.write(new SparkFeed(schema, sent), file, format, cancellation);
      } catch (QueryException e) {
        cancellation.check();
        throw sent.failure().map(cause -> QueryException.ofCluster(cause, server)).orElse(e);
      }
    } finally {
      forget(STREAM);
    }
  }

  private StructType schema(String query, Cancellation cancellation) {
    return run(() -> spark.sql(SparkDialect.of(query)).schema(), cancellation, _ -> {});
  }

  private static String names(StructType schema) {
    return Arrays.stream(schema.fieldNames())
        .map(Sql::identifier)
        .collect(Collectors.joining(", "));
  }

  private SparkSlices keep(String query, Cancellation cancellation, DoubleConsumer share) {
    store(STREAM, SparkSlices.numbered(query), cancellation, part -> share.accept(part / 2));
    List<SparkSlices.Partition> partitions = new ArrayList<>();
    query(
        SparkSlices.partitions(STREAM),
        cancellation,
        row -> partitions.add(new SparkSlices.Partition(row.number(1), row.number(2))));
    return SparkSlices.of(partitions);
  }

  private SparkRows rows(
      SparkSlices slices, String columns, Cancellation cancellation, DoubleConsumer share) {
    String sql = "SELECT %s FROM %s WHERE %s ORDER BY " + SparkSlices.NUMBER;
    return new SparkRows(
        () ->
            slices.iterator(
                slice ->
                    spark
                        .sql(SparkDialect.of(sql.formatted(columns, STREAM, slice.condition())))
                        .toLocalIterator()),
        calls::interruptAll,
        slices.rows(),
        cancellation,
        part -> share.accept(0.5 + part / 2));
  }

  @Override
  public void store(String name, String query, Cancellation cancellation, DoubleConsumer share) {
    forget(name);
    stored.add(name);
    run(
        () -> spark.sql(SparkDialect.of("CACHE TABLE " + name + " AS " + query)),
        cancellation,
        share);
  }

  /// Lets go of what the cluster keeps for a name.
  private void forget(String name) {
    if (stored.remove(name)) {
      execute("UNCACHE TABLE IF EXISTS " + name);
      execute("DROP VIEW IF EXISTS " + name);
    }
  }

  @Override
  public String identity(String text) {
    return "(xxhash64(" + text + ") & " + Long.MAX_VALUE + ")";
  }

  @Override
  public void execute(String sql) {
    run(() -> spark.sql(SparkDialect.of(sql)).collectAsList(), new Cancellation(), _ -> {});
  }

  /// Runs something on the cluster.
  ///
  /// @throws QueryException if it fails
  <T> T run(Callable<T> work, Cancellation cancellation, DoubleConsumer share) {
    return calls.run(work, cancellation, share);
  }

  /// The client, for what SQL cannot say.
  SparkSession spark() {
    return spark;
  }

  @Override
  ShardSql shards(ManifestFormat format, ShardGroup group, List<Integer> used, String rejects) {
    return new SparkShardSql(views.computeIfAbsent(group, this::view), group, used);
  }

  private String view(ShardGroup group) {
    String name = "plumbline_shards_" + views.size();
    String[] files = group.files().stream().map(SparkPaths::literal).toArray(String[]::new);
    run(
        () -> {
          StructType schema = schemas.get(group.columns());
          if (schema == null) {
            schema = spark.read().parquet(files[0]).schema();
          }
          spark.read().schema(schema).parquet(files).createOrReplaceTempView(name);
          return name;
        },
        new Cancellation(),
        _ -> {});
    return name;
  }

  /// Notes how columns are stored.
  void know(List<Column> columns, StructType schema) {
    schemas.put(columns, schema);
  }

  /// [SparkEngine] draws no blocks.
  @Override
  ShardSql block(ManifestFormat format, RowBlock block, List<Integer> used, String rejects) {
    throw new UnsupportedOperationException("a cluster's rows are not read by blocks");
  }

  @Override
  List<Reject> rejectedRows(String rejects, ShardGroup group, Cancellation cancellation) {
    return List.of();
  }

  @Override
  List<RejectedLine> malformedLines(ShardGroup group, String file, Cancellation cancellation) {
    return List.of();
  }

  @Override
  public void close() {
    calls.close(() -> List.copyOf(stored).forEach(this::forget));
  }
}
