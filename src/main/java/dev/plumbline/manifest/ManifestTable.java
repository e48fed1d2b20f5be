package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A manifest as one SQL table that has a column for each role, whatever the files call it.
///
/// Text roles are `STRING` columns named by [ColumnRole#key()], numeric roles `DOUBLE` columns with
/// the suffix `_number` (NSFW and watermark, which are published both as words and as numbers, have
/// both, the text only where the type is no number). `faces_number` counts the boxes where the
/// files list boxes. `malformed` holds the file of a line that is no record, else null. Shards that
/// lack a column give nulls.
///
/// Further columns of the files can be asked for by name: the n-th is there as text, as a number
/// and as it is ([#columnText(int)], [#columnNumber(int)], [#columnAsIs(int)]).
public final class ManifestTable {
  private static final AtomicLong COUNTER = new AtomicLong();

  private static final List<ColumnRole> TEXTS =
      List.of(
          ColumnRole.CAPTION,
          ColumnRole.URL,
          ColumnRole.LANGUAGE,
          ColumnRole.LICENSE,
          ColumnRole.STATUS,
          ColumnRole.NSFW,
          ColumnRole.WATERMARK,
          ColumnRole.UID,
          ColumnRole.HASH,
          ColumnRole.SOURCE,
          ColumnRole.YEAR);
  private static final List<ColumnRole> NUMBERS =
      List.of(
          ColumnRole.WIDTH,
          ColumnRole.HEIGHT,
          ColumnRole.SIMILARITY,
          ColumnRole.AESTHETIC,
          ColumnRole.NSFW,
          ColumnRole.WATERMARK,
          ColumnRole.FACES);

  private final Manifest manifest;
  private final QuerySession session;
  private final List<String> further;
  private final String prefix = "plumbline_rejects_" + COUNTER.incrementAndGet() + "_";

  /// @param session where queries over the table will run
  public ManifestTable(Manifest manifest, QuerySession session) {
    this(manifest, session, List.of());
  }

  /// @param session where queries over the table will run
  /// @param further names of columns that are wanted beside the roles
  public ManifestTable(Manifest manifest, QuerySession session, List<String> further) {
    this.manifest = manifest;
    this.session = session;
    this.further = List.copyOf(further);
  }

  /// The n-th further column as text.
  public static String columnText(int n) {
    return "column_text_" + n;
  }

  /// The n-th further column as a number, null where it is none.
  public static String columnNumber(int n) {
    return "column_number_" + n;
  }

  /// The n-th further column in the type that it has in the files.
  public static String columnAsIs(int n) {
    return "column_" + n;
  }

  /// Column of a role as text.
  public static String text(ColumnRole role) {
    return role.key();
  }

  /// Column of a role as a number.
  public static String number(ColumnRole role) {
    return role.key() + "_number";
  }

  /// Whether the table has the role.
  public boolean has(ColumnRole role) {
    return manifest.column(role).isPresent();
  }

  /// Whether a query reads only the columns that it names, so that several narrow queries cost no
  /// more than one wide one.
  public boolean columnsApart() {
    return manifest.format() == ManifestFormat.PARQUET;
  }

  /// Name of the manifest.
  public String name() {
    return manifest.id().value();
  }

  /// About how many rows the table has: counted where the files declare it, else judged by their
  /// size, of which a caption with its address and marks takes about 128 bytes, packed 48, in an
  /// archive with its picture 4,096.
  public long expectedRows(Cancellation cancellation) {
    if (columnsApart()) {
      long[] rows = new long[1];
      session.query(
          "SELECT count(*) FROM " + sql() + " AS shards",
          cancellation,
          row -> rows[0] = row.number(1));
      return rows[0];
    }
    boolean packed = manifest.groups().getFirst().dialect().compression() != Compression.NONE;
    boolean archive = manifest.format() == ManifestFormat.WEBDATASET;
    return manifest.bytes() / (archive ? 4096 : packed ? 48 : 128);
  }

  /// The table as a parenthesised subquery.
  public String sql() {
    List<String> selects = new ArrayList<>();
    for (int i = 0; i < manifest.groups().size(); i++) {
      ShardGroup group = manifest.groups().get(i);
      String rejects = prefix + i;
      selects.add(
          select(
              group, used -> session.shards(manifest.format(), group, used, rejects), List.of()));
    }
    return selects.stream().collect(Collectors.joining(" UNION ALL ", "(", ")"));
  }

  /// The rows of a sample as a parenthesised subquery with one more column, `block`: the number of
  /// the block, from 0.
  public String sql(BlockSample sample) {
    List<String> selects = new ArrayList<>();
    for (int i = 0; i < sample.size(); i++) {
      RowBlock block = sample.blocks().get(i);
      String rejects = prefix + "block_" + i;
      selects.add(
          select(
              block.group(),
              used -> session.block(manifest.format(), block, used, rejects),
              List.of(i + " AS block")));
    }
    return selects.stream().collect(Collectors.joining(" UNION ALL ", "(", ")"));
  }

  private String select(
      ShardGroup group, Function<List<Integer>, ShardSql> reading, List<String> more) {
    List<Integer> used = new ArrayList<>();
    List<ColumnRole> roles = new ArrayList<>();
    for (ColumnRole role : ColumnRole.values()) {
      manifest
          .column(role)
          .flatMap(group::indexOf)
          .ifPresent(
              index -> {
                roles.add(role);
                used.add(index);
              });
    }
    List<Integer> places = new ArrayList<>();
    for (String name : further) {
      Optional<Integer> index = group.indexOf(name);
      places.add(index.isPresent() ? used.size() : -1);
      index.ifPresent(used::add);
    }
    ShardSql query = reading.apply(used);
    List<String> columns = new ArrayList<>();
    for (int n = 0; n < further.size(); n++) {
      int at = places.get(n);
      columns.add((at < 0 ? "CAST(NULL AS STRING)" : query.text(at)) + " AS " + columnText(n));
      columns.add((at < 0 ? "CAST(NULL AS DOUBLE)" : query.number(at)) + " AS " + columnNumber(n));
      columns.add((at < 0 ? "NULL" : query.asIs(at)) + " AS " + columnAsIs(n));
    }
    for (ColumnRole role : TEXTS.stream().filter(this::has).toList()) {
      int at = roles.indexOf(role);
      columns.add((at < 0 ? "CAST(NULL AS STRING)" : query.text(at)) + " AS " + text(role));
    }
    for (ColumnRole role : NUMBERS.stream().filter(this::has).toList()) {
      int at = roles.indexOf(role);
      columns.add(numberOf(role, at, query) + " AS " + number(role));
    }
    columns.add("CAST(" + query.malformed() + " AS STRING) AS malformed");
    columns.addAll(more);
    return "SELECT " + String.join(", ", columns) + " FROM " + query.from();
  }

  private static String numberOf(ColumnRole role, int at, ShardSql query) {
    if (at < 0) {
      return "CAST(NULL AS DOUBLE)";
    }
    return role == ColumnRole.FACES ? query.count(at) : query.number(at);
  }

  /// The reject of the lines of a file that are no record.
  ///
  /// @param lines how many there are
  public Reject malformedLines(String file, long lines, Cancellation cancellation) {
    ShardGroup group =
        manifest.groups().stream()
            .filter(each -> each.files().contains(file))
            .findFirst()
            .orElseThrow();
    Records records = group.dialect().records();
    String reason =
        "%s: %d %s%s left out for not being a JSON object."
            .formatted(file, lines, records.noun(), lines == 1 ? " was" : "s were");
    return new Reject(
        file,
        reason,
        lines,
        records == Records.LINES ? session.malformedLines(group, file, cancellation) : List.of());
  }

  /// Rows of delimited files that the last query over this table left out because they do not fit,
  /// one reject a file and kind of fault. May be asked once.
  public List<Reject> rejectedRows(Cancellation cancellation) {
    if (manifest.format() != ManifestFormat.CSV && manifest.format() != ManifestFormat.TSV) {
      return List.of();
    }
    return IntStream.range(0, manifest.groups().size())
        .mapToObj(i -> session.rejectedRows(prefix + i, manifest.groups().get(i), cancellation))
        .flatMap(List::stream)
        .toList();
  }
}
