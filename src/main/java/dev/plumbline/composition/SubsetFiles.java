package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Reject;
import dev.plumbline.manifest.RowFormat;
import dev.plumbline.manifest.Sql;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.Collectors;

/// Writes the rows that a selection keeps, on this machine, wherever they are counted: rows of a
/// cluster travel here while it finds them.
///
/// A file appears when it is complete; until then it has `.part` at the end of its name. No more
/// than a part of the rows is in memory. Files of the manifest that turn out to be damaged, cut or
/// gone are left out and told.
public final class SubsetFiles {
  private static final String UID = "lower(trim(" + ManifestTable.text(ColumnRole.UID) + "))";
  private static final String VALID = "regexp_extract(" + UID + ", '^([0-9a-f]{32})$', 1) <> ''";

  private final QueryEngine engine;
  private final Manifest manifest;
  private final WhatIfSettings settings;

  /// @param settings whose selection is written
  public SubsetFiles(QueryEngine engine, Manifest manifest, WhatIfSettings settings) {
    this.engine = engine;
    this.manifest = manifest;
    this.settings = settings;
  }

  /// Outcome of a subset file.
  ///
  /// @param uids distinct uids written
  /// @param leftOut kept rows whose uid is not 32 hexadecimal digits
  /// @param rejects files that could not be read, so that none of their uids were written
  public record Subset(long uids, long leftOut, List<Reject> rejects) {
    public Subset {
      rejects = List.copyOf(rejects);
    }
  }

  /// Writes the uids of the kept rows as DataComp's resharder reads them: a NumPy array of the
  /// structured type `u8,u8` (little-endian), each uid's first and last 16 hexadecimal digits, each
  /// pair once, in rising order.
  ///
  /// @throws PlumblineException if the manifest has no uids, none of 32 hexadecimal digits, or the
  ///   file cannot be written
  public Subset writeUids(Path file, Progress progress, Cancellation cancellation) {
    if (manifest.column(ColumnRole.UID).isEmpty()) {
      throw new PlumblineException(
          "A DataComp subset needs uids: no column of %s is the uid; assign one to it (uid=NAME)."
              .formatted(manifest.files().getFirst()));
    }
    DoubleConsumer share = share(file, progress);
    try (PartialFile part = PartialFile.of(file)) {
      Subset subset =
          new RejectingScan<>(
                  engine,
                  each -> writeUids(each, part, share, cancellation),
                  each -> count(each, "kept AND " + VALID, cancellation),
                  cancellation)
              .over(manifest);
      if (subset.uids() == 0 && subset.leftOut() > 0) {
        throw new PlumblineException(
            "A DataComp subset needs uids of 32 hexadecimal digits: column %s of %s holds others."
                .formatted(manifest.column(ColumnRole.UID).get(), manifest.files().getFirst()));
      }
      part.complete();
      return subset;
    } catch (UncheckedIOException e) {
      throw PartialFile.cannotWrite(file, e.getCause());
    }
  }

  private Subset writeUids(
      Manifest readable, PartialFile part, DoubleConsumer share, Cancellation cancellation) {
    long leftOut = count(readable, "kept AND NOT coalesce(" + VALID + ", false)", cancellation);
    try (QuerySession session = engine.session();
        KeptRows kept = kept(readable, session, List.of(), cancellation);
        UidFile uids = new UidFile(part.path())) {
      session.stream(
          "SELECT DISTINCT %s AS uid FROM %s AS rows WHERE kept AND %s ORDER BY uid"
              .formatted(
                  UID, kept.marked(new ManifestTable(readable, session, kept.columns())), VALID),
          cancellation,
          share,
          row -> add(row.text(1), uids));
      return new Subset(uids.complete(), leftOut, readable.rejects());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String uid, UidFile uids) {
    try {
      uids.add(uid);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes the kept rows with all columns of the manifest as one Parquet file (zstd); columns keep
  /// the types that Parquet files give them and are text otherwise. Times that a cluster reads are
  /// those of UTC.
  ///
  /// @throws PlumblineException if the file cannot be written
  public WrittenRows writeRows(Path file, Progress progress, Cancellation cancellation) {
    DoubleConsumer share = share(file, progress);
    List<String> names =
        manifest.columns().stream().filter(c -> !c.nested()).map(Column::name).toList();
    try (PartialFile part = PartialFile.of(file)) {
      WrittenRows written =
          new RejectingScan<>(
                  engine,
                  each -> writeRows(each, names, part, share, cancellation),
                  each -> readRows(each, names, cancellation),
                  cancellation)
              .over(manifest);
      part.complete();
      return written;
    }
  }

  private WrittenRows writeRows(
      Manifest readable,
      List<String> names,
      PartialFile part,
      DoubleConsumer share,
      Cancellation cancellation) {
    List<String> columns = new ArrayList<>();
    for (int n = 0; n < names.size(); n++) {
      columns.add(ManifestTable.columnAsIs(n) + " AS " + Sql.identifier(names.get(n)));
    }
    try (QuerySession session = engine.session();
        KeptRows kept = kept(readable, session, names, cancellation)) {
      long rows =
          session.write(
              "SELECT %s FROM %s AS rows WHERE kept"
                  .formatted(
                      String.join(", ", columns),
                      kept.marked(new ManifestTable(readable, session, names))),
              part.path(),
              RowFormat.PARQUET,
              cancellation,
              share);
      return new WrittenRows(rows, readable.rejects());
    }
  }

  /// Reads every value that is to be written.
  private void readRows(Manifest readable, List<String> names, Cancellation cancellation) {
    String lengths =
        java.util.stream.IntStream.range(0, names.size())
            .mapToObj(n -> "max(length(" + ManifestTable.columnText(n) + "))")
            .collect(Collectors.joining(", "));
    try (QuerySession session = engine.session();
        KeptRows kept = kept(readable, session, names, cancellation)) {
      session.query(
          "SELECT %s FROM %s AS rows WHERE kept"
              .formatted(lengths, kept.marked(new ManifestTable(readable, session, names))),
          cancellation,
          _ -> {});
    }
  }

  private KeptRows kept(
      Manifest readable, QuerySession session, List<String> columns, Cancellation cancellation) {
    return KeptRows.of(settings, readable, engine, session, columns, cancellation);
  }

  private long count(Manifest readable, String condition, Cancellation cancellation) {
    long[] rows = new long[1];
    try (QuerySession session = engine.session();
        KeptRows kept = kept(readable, session, List.of(), cancellation)) {
      session.query(
          "SELECT count(*) FROM %s AS rows WHERE %s"
              .formatted(
                  kept.marked(new ManifestTable(readable, session, kept.columns())), condition),
          cancellation,
          row -> rows[0] = row.number(1));
    }
    return rows[0];
  }

  /// Where the finished share of a file is told.
  static DoubleConsumer share(Path file, Progress progress) {
    String stage = "writing " + file.getFileName();
    return share -> progress.update(stage, (long) (share * 1000), 1000);
  }
}
