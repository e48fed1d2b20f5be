package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/// Opens a manifest of Parquet files on a cluster: lists them, reads their footers, recognises
/// roles by names and first rows.
///
/// All footers are read in one job. A file whose footer cannot be read becomes a reject and the job
/// starts again; files whose types disagree are then asked one by one.
final class SparkManifestReader {
  private static final int MOST_RETRIES = 20;
  private static final List<String> SUFFIXES = List.of(".parquet", ".parq", ".pq");

  private final SparkQuerySession session;
  private final Cancellation cancellation;
  private final SortedMap<String, Long> sizes = new TreeMap<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final Map<StructType, List<String>> layouts = new LinkedHashMap<>();

  SparkManifestReader(SparkQuerySession session, Cancellation cancellation) {
    this.session = session;
    this.cancellation = cancellation;
  }

  /// Opens a manifest.
  ///
  /// @throws PlumblineException if a word means no Parquet file or none is readable
  Manifest read(ManifestSource source) {
    source.files().forEach(this::list);
    group(new ArrayList<>(sizes.keySet()));
    if (layouts.isEmpty()) {
      throw new PlumblineException(rejects.getFirst().reason());
    }
    List<ShardGroup> groups = new ArrayList<>();
    long bytes = 0;
    for (Map.Entry<StructType, List<String>> layout : layouts.entrySet()) {
      List<Column> columns = columns(layout.getKey());
      session.know(columns, layout.getKey());
      groups.add(new ShardGroup(layout.getValue(), Dialect.plain(Compression.NONE), columns));
      bytes += layout.getValue().stream().mapToLong(sizes::get).sum();
    }
    Manifest bare =
        new Manifest(
            source.id(),
            ManifestFormat.PARQUET,
            groups,
            bytes,
            AllColumns.of(groups),
            Map.of(),
            rejects,
            List.of());
    return RecognisedRoles.added(bare, source, session, cancellation);
  }

  /// A name may hold characters of a pattern: it is taken as a pattern first, then as it stands.
  private List<Row> listed(String word) {
    String path = SparkPaths.of(word);
    try {
      return load(path);
    } catch (QueryException asPattern) {
      if (!asPattern.detail().startsWith("[PATH_NOT_FOUND]")) {
        throw asPattern;
      }
    }
    try {
      return load(SparkPaths.literal(path));
    } catch (QueryException e) {
      if (e.detail().startsWith("[PATH_NOT_FOUND]")) {
        throw new PlumblineException(
            "There is no file " + word + " on the cluster: check its name.", e);
      }
      throw e;
    }
  }

  private List<Row> load(String path) {
    return run(
        () ->
            session
                .spark()
                .read()
                .format("binaryFile")
                .option("recursiveFileLookup", "true")
                .load(path)
                .select("path", "length")
                .collectAsList());
  }

  private void list(String word) {
    List<Row> found = listed(word);
    boolean single = found.size() == 1;
    int before = sizes.size();
    for (Row row : found) {
      String path = row.getString(0);
      if (single || parquet(path)) {
        sizes.put(path, row.getLong(1));
      }
    }
    if (sizes.size() == before
        && found.stream().noneMatch(row -> sizes.containsKey(row.getString(0)))) {
      throw new PlumblineException(
          word + " holds no Parquet file, and a cluster reads manifests as Parquet only.");
    }
  }

  private static boolean parquet(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(name::endsWith);
  }

  private void group(List<String> files) {
    for (int retry = 0; retry < MOST_RETRIES && !files.isEmpty(); retry++) {
      try {
        StructType merged = schema(files);
        layouts.put(merged, List.copyOf(files));
        return;
      } catch (QueryException e) {
        List<String> broken = files.stream().filter(e.detail()::contains).toList();
        if (broken.isEmpty() || e.systemic()) {
          break;
        }
        broken.forEach(file -> rejects.add(ReadFailure.of(file, e, 0)));
        files.removeAll(broken);
      }
    }
    for (String file : files) {
      try {
        layouts.computeIfAbsent(schema(List.of(file)), _ -> new ArrayList<>()).add(file);
      } catch (QueryException e) {
        if (e.systemic()) {
          throw e;
        }
        rejects.add(ReadFailure.of(file, e, 0));
      }
    }
  }

  private StructType schema(List<String> files) {
    String[] names = files.stream().map(SparkPaths::literal).toArray(String[]::new);
    return run(() -> session.spark().read().option("mergeSchema", "true").parquet(names).schema());
  }

  private <T> T run(Supplier<T> work) {
    return session.run(work::get, cancellation, _ -> {});
  }

  private static List<Column> columns(StructType schema) {
    List<Column> columns = new ArrayList<>();
    for (var field : schema.fields()) {
      add(new Column(field.name(), type(field.dataType())), field.dataType(), columns);
    }
    return columns;
  }

  private static void add(Column column, DataType type, List<Column> columns) {
    columns.add(column);
    if (type instanceof StructType struct && column.path().size() < StructFields.DEEPEST) {
      for (var field : struct.fields()) {
        add(column.field(field.name(), type(field.dataType())), field.dataType(), columns);
      }
    }
  }

  /// The name that the embedded engine has for a type.
  private static String type(DataType type) {
    if (type instanceof ArrayType array) {
      return type(array.elementType()) + "[]";
    }
    if (type instanceof DecimalType decimal) {
      return "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")";
    }
    return switch (type.typeName()) {
      case "string" -> ColumnTypes.TEXT;
      case "byte" -> "TINYINT";
      case "short" -> "SMALLINT";
      case "integer" -> "INTEGER";
      case "long" -> "BIGINT";
      default -> type.typeName().toUpperCase(Locale.ROOT);
    };
  }
}
