package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Opens manifests: finds their files, formats, columns and roles, without reading them through.
public final class ManifestReader {
  private static final int SAMPLED_GROUPS = 5;
  private static final int SAMPLED_ROWS = 200;
  private static final int LONGEST_CELL = 2000;

  private final DuckDbEngine engine;

  public ManifestReader(DuckDbEngine engine) {
    this.engine = engine;
  }

  /// The files that a source means, sorted by path; none is opened.
  ///
  /// @throws PlumblineException if one of its words means no file
  public static List<Path> files(ManifestSource source) {
    return List.copyOf(SourceFiles.of(source.files()).found().keySet());
  }

  /// Opens a manifest. Files that cannot be read are listed as rejects.
  ///
  /// @throws PlumblineException if a name means no file, formats are mixed, no file is readable or
  ///   an assigned column does not exist
  public Manifest read(ManifestSource source, Cancellation cancellation) {
    SourceFiles found = SourceFiles.of(source.files());
    List<Reject> rejects = new ArrayList<>(found.rejects());
    Map<Path, ManifestFormat> formats = formats(found, rejects);
    try (DuckDbSession session = engine.session()) {
      Shards shards = new Shards(session, source.mapping().values(), cancellation);
      ManifestFormat format = shards.open(formats);
      rejects.addAll(shards.rejects());
      if (shards.groups().isEmpty()) {
        throw new PlumblineException(nothingReadable(source, rejects));
      }
      Manifest bare =
          new Manifest(
              source.id(),
              format,
              shards.groups(),
              bytes(shards.groups()),
              columns(shards.groups()),
              Map.of(),
              rejects,
              shards.notes());
      return withRoles(bare, source, session, cancellation);
    }
  }

  /// The first rows, as text.
  ///
  /// @param rows at most so many
  public Preview preview(Manifest manifest, int rows, Cancellation cancellation) {
    try (DuckDbSession session = engine.session()) {
      List<List<String>> all = new ArrayList<>();
      for (ShardGroup group : manifest.groups()) {
        if (all.size() < rows) {
          all.addAll(rows(manifest, group, rows - all.size(), session, cancellation));
        }
      }
      return new Preview(manifest.columns().stream().map(Column::name).toList(), all);
    }
  }

  /// The first rows, as text.
  public Preview preview(Manifest manifest, int rows) {
    return preview(manifest, rows, new Cancellation());
  }

  private static Map<Path, ManifestFormat> formats(SourceFiles found, List<Reject> rejects) {
    Map<Path, ManifestFormat> formats = new LinkedHashMap<>();
    found
        .found()
        .forEach(
            (file, named) -> {
              Optional<ManifestFormat> format = named.or(() -> FormatSniffer.sniff(file));
              if (format.isPresent()) {
                formats.put(file, format.get());
              } else {
                rejects.add(
                    new Reject(
                        file.toString(),
                        file + " is none of CSV, TSV, JSON lines and Parquet.",
                        0));
              }
            });
    return formats;
  }

  private static String nothingReadable(ManifestSource source, List<Reject> rejects) {
    String first = rejects.getFirst().reason();
    return rejects.size() == 1
        ? first
        : "None of the %d files of %s can be read; the first: %s"
            .formatted(rejects.size(), source.id(), first);
  }

  private static long bytes(List<ShardGroup> groups) {
    long bytes = 0;
    for (ShardGroup group : groups) {
      for (String file : group.files()) {
        try {
          bytes += Files.size(Path.of(file));
        } catch (IOException e) {
          throw new PlumblineException(file + " is gone: open the manifest again.", e);
        }
      }
    }
    return bytes;
  }

  private static List<Column> columns(List<ShardGroup> groups) {
    List<Column> columns = new ArrayList<>(groups.getFirst().columns());
    for (ShardGroup group : groups) {
      for (Column column : group.columns()) {
        if (columns.stream().noneMatch(known -> known.name().equalsIgnoreCase(column.name()))) {
          columns.add(column);
        }
      }
    }
    return columns;
  }

  private Manifest withRoles(
      Manifest bare, ManifestSource source, DuckDbSession session, Cancellation cancellation) {
    Map<String, List<String>> samples = new HashMap<>();
    for (ShardGroup group : bare.groups().stream().limit(SAMPLED_GROUPS).toList()) {
      for (List<String> row : sample(bare, group, session, cancellation)) {
        for (int i = 0; i < row.size(); i++) {
          samples
              .computeIfAbsent(bare.columns().get(i).name(), _ -> new ArrayList<>())
              .add(row.get(i));
        }
      }
    }
    boolean headerless = bare.groups().stream().noneMatch(group -> group.dialect().header());
    Map<ColumnRole, Recognition> roles =
        new ColumnRecogniser(bare.columns(), headerless, samples)
            .recognise(source.mapping(), String.join(", ", source.files()));
    return new Manifest(
        bare.id(),
        bare.format(),
        bare.groups(),
        bare.bytes(),
        bare.columns(),
        roles,
        bare.rejects(),
        bare.notes());
  }

  /// A damaged first page must not keep the rest from being read: such a group gives no sample.
  private static List<List<String>> sample(
      Manifest manifest, ShardGroup group, DuckDbSession session, Cancellation cancellation) {
    try {
      return rows(manifest, group, SAMPLED_ROWS, session, cancellation);
    } catch (QueryException e) {
      if (e.outOfMemory()) {
        throw e;
      }
      return List.of();
    }
  }

  private static List<List<String>> rows(
      Manifest manifest,
      ShardGroup group,
      int rows,
      DuckDbSession session,
      Cancellation cancellation) {
    List<Integer> used = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < manifest.columns().size(); i++) {
      Optional<Integer> index = group.indexOf(manifest.columns().get(i).name());
      if (index.isPresent()) {
        used.add(index.get());
        places.add(i);
      }
    }
    ShardSql query = session.shards(manifest.format(), group, used, "plumbline_preview");
    StringBuilder sql = new StringBuilder("SELECT ");
    for (int n = 0; n < used.size(); n++) {
      sql.append("left(%s, %d), ".formatted(query.text(n), LONGEST_CELL + 1));
    }
    sql.append("1 FROM ").append(query.from());
    sql.append(" WHERE ").append(query.malformed()).append(" IS NULL LIMIT ").append(rows);
    List<List<String>> all = new ArrayList<>();
    session.query(
        sql.toString(),
        cancellation,
        row -> {
          String[] cells = new String[manifest.columns().size()];
          for (int n = 0; n < places.size(); n++) {
            cells[places.get(n)] = cut(row.text(n + 1));
          }
          all.add(Arrays.asList(cells));
        });
    RowRejects.take("plumbline_preview", session, cancellation);
    return all;
  }

  private static String cut(String cell) {
    return cell == null || cell.length() <= LONGEST_CELL
        ? cell
        : cell.substring(0, LONGEST_CELL) + "…";
  }
}
