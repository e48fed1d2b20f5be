package dev.plumbline.manifest;

import java.util.List;
import java.util.stream.Collectors;

/// SQL over a view of Parquet files on a cluster.
final class SparkShardSql implements ShardSql {
  private static final String NUMBER =
      "'^\\s*([+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?"
          + "|[+-]?(?:(?i)nan|inf|infinity))\\s*$'";

  private final String view;
  private final ShardGroup group;
  private final List<Integer> used;

  SparkShardSql(String view, ShardGroup group, List<Integer> used) {
    this.view = view;
    this.group = group;
    this.used = List.copyOf(used);
  }

  @Override
  public String from() {
    return view;
  }

  @Override
  public String text(int column) {
    return "CAST(" + name(column) + " AS STRING)";
  }

  /// Text must look like a number: Spark alone would also take Java's `1d`.
  @Override
  public String number(int column) {
    return numeric(column)
        ? "CAST(" + name(column) + " AS DOUBLE)"
        : "TRY_CAST(nullif(regexp_extract(%s, %s, 1), '') AS DOUBLE)"
            .formatted(text(column), NUMBER);
  }

  @Override
  public String asIs(int column) {
    return name(column);
  }

  @Override
  public String count(int column) {
    if (type(column).endsWith("]")) {
      return "CAST(size(" + name(column) + ") AS DOUBLE)";
    }
    return numeric(column)
        ? number(column)
        : "coalesce(CAST(json_array_length(%s) AS DOUBLE), %s)"
            .formatted(text(column), number(column));
  }

  @Override
  public boolean numeric(int column) {
    return ColumnTypes.numeric(type(column));
  }

  @Override
  public String malformed() {
    return "NULL";
  }

  private String name(int column) {
    return group.columns().get(used.get(column)).path().stream()
        .map(Sql::identifier)
        .collect(Collectors.joining("."));
  }

  private String type(int column) {
    return group.columns().get(used.get(column)).type();
  }
}
