package dev.plumbline.composition;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Column;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestTable;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes the rows that a selection keeps.
///
/// A file appears when it is complete; until then it has `.part` at the end of its name. No more
/// than a part of the rows is in memory.
public final class SubsetFiles {
  private static final String TABLE = "plumbline_subset";
  private static final int WINDOW = 200_000;
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
  public record Subset(long uids, long leftOut) {}

  /// Writes the uids of the kept rows as DataComp's resharder reads them: a NumPy array of the
  /// structured type `u8,u8` (little-endian), each uid's first and last 16 hexadecimal digits, each
  /// pair once, in rising order.
  ///
  /// @throws PlumblineException if the manifest has no uids, or none of 32 hexadecimal digits
  public Subset writeUids(Path file, Progress progress, Cancellation cancellation) {
    if (manifest.column(ColumnRole.UID).isEmpty()) {
      throw new PlumblineException(
          "A DataComp subset needs uids: no column of %s is the uid; assign one to it (uid=NAME)."
              .formatted(manifest.files().getFirst()));
    }
    String stage = "writing " + file.getFileName();
    try (QuerySession session = engine.session();
        KeptRows kept = kept(session, cancellation)) {
      ManifestTable table = new ManifestTable(manifest, session, kept.columns());
      String rows = kept.marked(table);
      session.store(
          TABLE,
          ("SELECT uid, row_number() OVER (ORDER BY uid) AS n FROM (SELECT DISTINCT %s AS uid FROM"
                  + " %s AS rows WHERE kept AND %s) AS uids")
              .formatted(UID, rows, VALID),
          cancellation,
          share -> progress.update(stage, (long) (share * 500), 1000));
      long uids = count("SELECT count(*) FROM " + TABLE, session, cancellation);
      long leftOut =
          count(
              "SELECT count(*) FROM %s AS rows WHERE kept AND NOT coalesce(%s, false)"
                  .formatted(rows, VALID),
              session,
              cancellation);
      if (uids == 0 && leftOut > 0) {
        throw new PlumblineException(
            "A DataComp subset needs uids of 32 hexadecimal digits: column %s of %s holds others."
                .formatted(manifest.column(ColumnRole.UID).get(), manifest.files().getFirst()));
      }
      write(file, uids, stage, session, progress, cancellation);
      return new Subset(uids, leftOut);
    }
  }

  private void write(
      Path file,
      long uids,
      String stage,
      QuerySession session,
      Progress progress,
      Cancellation cancellation) {
    try (PartialFile part = PartialFile.of(file)) {
      try (OutputStream out = Files.newOutputStream(part.path())) {
        out.write(header(uids));
        for (long from = 0; from < uids; from += WINDOW) {
          ByteBuffer pairs =
              ByteBuffer.allocate((int) Math.min(WINDOW, uids - from) * 16)
                  .order(ByteOrder.LITTLE_ENDIAN);
          session.query(
              "SELECT uid FROM %s WHERE n > %d AND n <= %d ORDER BY n"
                  .formatted(TABLE, from, from + WINDOW),
              cancellation,
              row -> {
                String uid = row.text(1);
                pairs.putLong(Long.parseUnsignedLong(uid, 0, 16, 16));
                pairs.putLong(Long.parseUnsignedLong(uid, 16, 32, 16));
              });
          out.write(pairs.array(), 0, pairs.position());
          progress.update(stage, 500 + 500 * Math.min(from + WINDOW, uids) / uids, 1000);
        }
      }
      part.complete();
    } catch (IOException e) {
      throw PartialFile.cannotWrite(file, e);
    }
  }

  /// A header of version 1.0, padded so that the data start at a multiple of 64.
  private static byte[] header(long uids) {
    String dictionary =
        "{'descr': [('f0', '<u8'), ('f1', '<u8')], 'fortran_order': False, 'shape': ("
            + uids
            + ",), }";
    int length = (10 + dictionary.length() + 1 + 63) / 64 * 64;
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    header.put((byte) 0x93).put("NUMPY".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    header.put((byte) 1).put((byte) 0).putShort((short) (length - 10));
    header.put(dictionary.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    while (header.position() < length - 1) {
      header.put((byte) ' ');
    }
    header.put((byte) '\n');
    return header.array();
  }

  /// Writes the kept rows with all columns of the manifest as one Parquet file (zstd); columns keep
  /// the types that Parquet files give them and are text otherwise.
  ///
  /// @return rows written
  /// @throws PlumblineException if the file cannot be written
  public long writeRows(Path file, Progress progress, Cancellation cancellation) {
    if (!(engine instanceof DuckDbEngine)) {
      throw new PlumblineException(
          "Parquet files of kept rows are written by the embedded engine only: use duckdb.");
    }
    String stage = "writing " + file.getFileName();
    List<String> names =
        manifest.columns().stream().filter(c -> !c.nested()).map(Column::name).toList();
    try (PartialFile part = PartialFile.of(file);
        QuerySession session = engine.session();
        KeptRows kept = KeptRows.of(settings, manifest, engine, session, names, cancellation)) {
      ManifestTable table = new ManifestTable(manifest, session, names);
      List<String> columns = new ArrayList<>();
      for (int n = 0; n < names.size(); n++) {
        columns.add(ManifestTable.columnAsIs(n) + " AS " + Sql.identifier(names.get(n)));
      }
      session.query(
          "COPY (SELECT %s FROM %s AS rows WHERE kept) TO %s (FORMAT parquet, COMPRESSION zstd)"
              .formatted(
                  String.join(", ", columns),
                  kept.marked(table),
                  Sql.literal(part.path().toString())),
          cancellation,
          share -> progress.update(stage, (long) (share * 1000), 1000),
          _ -> {});
      long rows =
          count(
              "SELECT count(*) FROM read_parquet(" + Sql.literal(part.path().toString()) + ")",
              session,
              cancellation);
      part.complete();
      return rows;
    }
  }

  private KeptRows kept(QuerySession session, Cancellation cancellation) {
    return KeptRows.of(settings, manifest, engine, session, List.of(), cancellation);
  }

  private static long count(String sql, QuerySession session, Cancellation cancellation) {
    long[] rows = new long[1];
    session.query(sql, cancellation, row -> rows[0] = row.number(1));
    return rows[0];
  }
}
