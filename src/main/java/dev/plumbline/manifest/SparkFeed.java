package dev.plumbline.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/// A cluster's rows on their way into the embedded engine: plain values travel as their text,
/// nested ones as JSON, and get there the type that the embedded engine gives them when it reads
/// the same Parquet files itself. Numbers keep every bit; times are those of UTC.
final class SparkFeed implements RowFeed {
  private final List<FeedColumn> columns;
  private final SparkRows rows;

  /// @param schema of the result whose rows these are, before [#texts(StructType)]
  SparkFeed(StructType schema, SparkRows rows) {
    List<FeedColumn> all = new ArrayList<>();
    for (StructField field : schema.fields()) {
      all.add(new FeedColumn(field.name(), value(field.dataType())));
    }
    this.columns = List.copyOf(all);
    this.rows = rows;
  }

  /// SQL of each column as text.
  static String texts(StructType schema) {
    List<String> texts = new ArrayList<>();
    for (StructField field : schema.fields()) {
      String name = Sql.identifier(field.name());
      texts.add(text(name, field.dataType()) + " AS " + name);
    }
    return String.join(", ", texts);
  }

  private static String text(String name, DataType type) {
    if (nested(type)) {
      return "to_json(%s, map('timestampFormat', 'yyyy-MM-dd HH:mm:ss.SSSSSS', 'ignoreNullFields', 'false'))"
          .formatted(name);
    }
    return type.typeName().equals("binary") ? "hex(" + name + ")" : "CAST(" + name + " AS STRING)";
  }

  private static boolean nested(DataType type) {
    return type instanceof StructType || type instanceof ArrayType || type instanceof MapType;
  }

  private static String value(DataType type) {
    if (nested(type)) {
      return "CAST(CAST(%s AS JSON) AS " + type(type) + ")";
    }
    return switch (type.typeName()) {
      case "string" -> "%s";
      case "binary" -> "unhex(%s)";
      case "timestamp" -> "CAST(concat(%s, '+00') AS TIMESTAMPTZ)";
      default -> "CAST(%s AS " + type(type) + ")";
    };
  }

  /// The embedded engine's name of a type.
  private static String type(DataType type) {
    return switch (type) {
      case ArrayType array -> type(array.elementType()) + "[]";
      case MapType map -> "MAP(" + type(map.keyType()) + ", " + type(map.valueType()) + ")";
      case StructType struct ->
          java.util.Arrays.stream(struct.fields())
              .map(field -> Sql.identifier(field.name()) + " " + type(field.dataType()))
              .collect(Collectors.joining(", ", "STRUCT(", ")"));
      case DecimalType decimal -> "DECIMAL(" + decimal.precision() + "," + decimal.scale() + ")";
      default ->
          switch (type.typeName()) {
            case "boolean" -> "BOOLEAN";
            case "byte" -> "TINYINT";
            case "short" -> "SMALLINT";
            case "integer" -> "INTEGER";
            case "long" -> "BIGINT";
            case "float" -> "FLOAT";
            case "double" -> "DOUBLE";
            case "date" -> "DATE";
            case "timestamp" -> "TIMESTAMPTZ";
            case "timestamp_ntz" -> "TIMESTAMP";
            default -> ColumnTypes.TEXT;
          };
    };
  }

  @Override
  public List<FeedColumn> columns() {
    return columns;
  }

  @Override
  public Optional<String[]> next() {
    Optional<Row> row = rows.next();
    if (row.isEmpty()) {
      return Optional.empty();
    }
    String[] texts = new String[columns.size()];
    for (int n = 0; n < texts.length; n++) {
      Object value = row.get().get(n);
      texts[n] = value == null ? null : value.toString();
    }
    return Optional.of(texts);
  }
}
