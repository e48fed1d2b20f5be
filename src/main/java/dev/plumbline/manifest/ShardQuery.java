package dev.plumbline.manifest;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// SQL that reads some columns of one shard group, or of one block of rows of a file; of a Parquet
/// file only the row groups that hold rows of the block are read.
///
/// Delimited files get positional names and text type, so that neither a header nor a late change
/// of type can break the reading; rows that do not fit are noted by the engine under `rejects`.
/// JSON lines are parsed once a row; a line that is no object makes a row of nulls with `malformed`
/// set to its file.
final class ShardQuery implements ShardSql {
  /// Most faulty cells that are noted for one file.
  static final int MOST_REJECTS = 100_000;

  private final ManifestFormat format;
  private final ShardGroup group;
  private final List<Integer> used;
  private final String rejects;
  private final Utf8Copies copies;
  private final Optional<RowBlock> block;

  /// @param used positions of the columns that the query reads, in the order of [#text]'s argument
  /// @param rejects prefix of the tables in which the engine notes rows that do not fit
  /// @param copies copies of files that are not UTF-8
  ShardQuery(
      ManifestFormat format,
      ShardGroup group,
      List<Integer> used,
      String rejects,
      Utf8Copies copies) {
    this(format, group, used, rejects, copies, Optional.empty());
  }

  private ShardQuery(
      ManifestFormat format,
      ShardGroup group,
      List<Integer> used,
      String rejects,
      Utf8Copies copies,
      Optional<RowBlock> block) {
    this.format = format;
    this.group = group;
    this.used = List.copyOf(used);
    this.rejects = rejects;
    this.copies = copies;
    this.block = block;
  }

  /// The same of one block of the rows of its file.
  ShardQuery only(RowBlock rows) {
    return new ShardQuery(format, group, used, rejects, copies, Optional.of(rows));
  }

  @Override
  public boolean numeric(int n) {
    String type = group.columns().get(used.get(n)).type();
    return format == ManifestFormat.PARQUET && ColumnTypes.numeric(type);
  }

  @Override
  public String text(int n) {
    return switch (format) {
      case CSV, TSV -> "c" + used.get(n);
      case JSONL, WEBDATASET -> "v[" + (n + 1) + "]";
      case PARQUET -> "CAST(" + name(n) + " AS STRING)";
    };
  }

  @Override
  public String asIs(int n) {
    return format == ManifestFormat.PARQUET ? name(n) : text(n);
  }

  @Override
  public String number(int n) {
    return "TRY_CAST(" + (numeric(n) ? name(n) : text(n)) + " AS DOUBLE)";
  }

  @Override
  public String count(int n) {
    if (format == ManifestFormat.PARQUET && group.columns().get(used.get(n)).type().endsWith("]")) {
      return "CAST(len(" + name(n) + ") AS DOUBLE)";
    }
    return numeric(n)
        ? number(n)
        : ("CASE WHEN json_valid(%1$s) THEN CASE WHEN json_type(%1$s) = 'ARRAY'"
                + " THEN CAST(json_array_length(%1$s) AS DOUBLE) ELSE %2$s END END")
            .formatted(text(n), number(n));
  }

  @Override
  public String malformed() {
    return format == ManifestFormat.JSONL || format == ManifestFormat.WEBDATASET
        ? "malformed"
        : "NULL";
  }

  @Override
  public String from() {
    return block.map(this::from).orElseGet(this::all);
  }

  private String from(RowBlock rows) {
    if (format == ManifestFormat.PARQUET) {
      return ("(SELECT * FROM read_parquet(%s, binary_as_string = true, hive_partitioning = false,"
              + " file_row_number = true) WHERE file_row_number BETWEEN %d AND %d)")
          .formatted(
              Sql.files(List.of(group.files().getFirst())),
              rows.first(),
              rows.first() + rows.rows() - 1);
    }
    return rows.rows() < 0 ? all() : "(SELECT * FROM %s LIMIT %d)".formatted(all(), rows.rows());
  }

  private String all() {
    return switch (format) {
      case CSV, TSV -> delimited();
      case JSONL, WEBDATASET -> jsonObjects();
      case PARQUET ->
          "read_parquet("
              + Sql.files(group.files())
              + ", binary_as_string = true, hive_partitioning = false)";
    };
  }

  private String name(int n) {
    List<String> path = group.columns().get(used.get(n)).path();
    String name = Sql.identifier(path.getFirst());
    for (String field : path.subList(1, path.size())) {
      name = "struct_extract(" + name + ", " + Sql.literal(field) + ")";
    }
    return name;
  }

  private String delimited() {
    Dialect dialect = group.dialect();
    String columns =
        IntStream.range(0, group.columns().size())
            .mapToObj(i -> "'c" + i + "': 'VARCHAR'")
            .collect(Collectors.joining(", ", "{", "}"));
    String quote = dialect.quoted() ? "'\"'" : "''";
    boolean copied = dialect.encoding() != Encoding.UTF_8;
    List<String> files =
        copied
            ? group.files().stream()
                .map(file -> copies.known(Path.of(file), dialect).toString())
                .toList()
            : group.files();
    Compression compression = copied ? Compression.NONE : dialect.compression();
    return "read_csv("
        + Sql.files(files)
        + (", auto_detect = false, columns = " + columns)
        + (", header = " + dialect.header())
        + (", delim = " + Sql.literal(String.valueOf(dialect.delimiter())))
        + (", quote = " + quote + ", escape = " + quote)
        + (", compression = " + Sql.literal(compression.option()))
        + ", nullstr = '', allow_quoted_nulls = false, ignore_errors = true, store_rejects = true"
        + (", rejects_limit = " + MOST_REJECTS)
        + (", rejects_table = " + Sql.literal(rejects + "_errors"))
        + (", rejects_scan = " + Sql.literal(rejects + "_scans") + ")");
  }

  private String jsonObjects() {
    String pointers =
        used.stream()
            .map(i -> "'" + pointer(group.columns().get(i)) + "'")
            .collect(Collectors.joining(", ", "[", "]"));
    String values = used.isEmpty() ? "NULL" : "json_extract_string(json, " + pointers + ")";
    return "(SELECT "
        + values
        + " AS v, CASE WHEN coalesce(json_type(json), '') <> 'OBJECT' THEN filename END AS"
        + " malformed FROM "
        + objects()
        + ")";
  }

  private String objects() {
    String compression =
        ", compression = " + Sql.literal(group.dialect().compression().option()) + ")";
    return switch (group.dialect().records()) {
      case LINES ->
          "read_ndjson_objects("
              + Sql.files(group.files())
              + ", ignore_errors = true, filename = true"
              + compression;
      case ARRAY ->
          "read_json_objects("
              + Sql.files(group.files())
              + ", format = 'array', filename = true"
              + compression;
      case MEMBERS ->
          "(SELECT CAST(json AS JSON) AS json, filename FROM "
              + TarFunction.call(group.files())
              + ")";
    };
  }

  private static String pointer(Column column) {
    StringBuilder pointer = new StringBuilder();
    for (String key : column.path()) {
      pointer.append('/').append(key.replace("~", "~0").replace("/", "~1").replace("'", "''"));
    }
    return pointer.toString();
  }
}
