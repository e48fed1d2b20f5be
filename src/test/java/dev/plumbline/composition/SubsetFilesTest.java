package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubsetFilesTest {
  private static final Lexicon NONE = new Lexicon("none", Map.of(), Map.of(), List.of());
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir private Path folder;

  private Path shard(String name, int from, int to) {
    return Tables.parquet(
        engine,
        ("SELECT md5(CAST(i %% 700 AS VARCHAR)) AS uid, 'http://p.example/' || i AS url, 'dog ' ||"
                + " md5(CAST(i AS VARCHAR)) AS text, CAST(i AS FLOAT) / 3 AS similarity,"
                + " [[0.1 * i, 1]] AS face_bboxes FROM range(%d, %d) t(i)")
            .formatted(from, to),
        folder.resolve(name));
  }

  private static SubsetFiles files(Manifest manifest, String filter) {
    return new SubsetFiles(
        engine, manifest, new WhatIfSettings(NONE, RowSelection.of(Filter.parse(filter))));
  }

  private Manifest read(Path... files) {
    return engine.read(Tables.source(files), new Cancellation());
  }

  /// A header of NumPy's version 1.0, then pairs of little-endian numbers in rising order, each
  /// once.
  @Test
  void uidsAreAnArrayOfPairs() throws IOException {
    Path file = folder.resolve("kept.npy");
    SubsetFiles.Subset subset =
        files(read(shard("a.parquet", 0, 1000)), "similarity < 250")
            .writeUids(file, Progress.none(), new Cancellation());
    assertEquals(new SubsetFiles.Subset(700, 0, List.of()), subset);
    byte[] bytes = Files.readAllBytes(file);
    int header = 10 + ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
    assertEquals(0, header % 64);
    String text = new String(bytes, 10, header - 10, StandardCharsets.US_ASCII);
    assertTrue(text.contains("('f0', '<u8'), ('f1', '<u8')") && text.contains("(700,)"), text);
    assertEquals('\n', bytes[header - 1]);
    assertEquals(header + 700 * 16, bytes.length);
    TreeSet<String> expected = new TreeSet<>();
    for (int i = 0; i < 700; i++) {
      query("SELECT md5('" + i + "')", expected);
    }
    List<String> found = new ArrayList<>();
    ByteBuffer pairs = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).position(header);
    while (pairs.hasRemaining()) {
      found.add("%016x%016x".formatted(pairs.getLong(), pairs.getLong()));
    }
    assertEquals(List.copyOf(expected), found);
  }

  /// A shard whose footer is sound and whose data are not breaks only while rows are read.
  @Test
  void aShardThatBreaksCostsOnlyItself() throws IOException {
    Path first = shard("1.parquet", 0, 400);
    Path broken = shard("2.parquet", 400, 3000);
    Path last = shard("3.parquet", 3000, 3200);
    byte[] bytes = Files.readAllBytes(broken);
    for (int i = 2000; i < bytes.length * 3 / 4; i++) {
      bytes[i] ^= 0x5a;
    }
    Manifest manifest = read(first, broken, last);
    Files.write(broken, bytes);
    Path rows = folder.resolve("rows.parquet");
    WrittenRows written =
        files(manifest, "all").writeRows(rows, Progress.none(), new Cancellation());
    assertEquals(600, written.rows());
    assertEquals(1, written.rejects().size());
    assertEquals(broken.toString(), written.rejects().getFirst().file());
    TreeSet<String> counts = new TreeSet<>();
    query("SELECT count(*) || ' ' || count(DISTINCT url) FROM '" + rows + "'", counts);
    assertEquals("[600 600]", counts.toString());

    Path uids = folder.resolve("uids.npy");
    SubsetFiles.Subset subset =
        files(manifest, "all").writeUids(uids, Progress.none(), new Cancellation());
    assertEquals(1, subset.rejects().size());
    assertEquals(128 + 16 * subset.uids(), Files.size(uids));

    WhatIfSettings half =
        new WhatIfSettings(
            NONE,
            RowSelection.all(),
            TargetMix.parse(List.of("words >= 2=0.5"), java.util.OptionalDouble.empty()));
    Files.write(broken, bytes);
    WhatIfResult result =
        new WhatIf(engine).scan(manifest, half, Progress.none(), new Cancellation());
    assertEquals(600, result.kept());
    assertFalse(Files.exists(folder.resolve("rows.parquet.part")));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoFaultOfTheShards() throws IOException {
    Manifest manifest = read(shard("a.parquet", 0, 100));
    Path blocked = Files.createDirectories(folder.resolve("x/rows.parquet.part/in")).getParent();
    PlumblineException e =
        assertThrows(
            PlumblineException.class,
            () ->
                files(manifest, "all")
                    .writeRows(
                        blocked.resolveSibling("rows.parquet"),
                        Progress.none(),
                        new Cancellation()));
    assertFalse(e.getMessage().contains("a.parquet"), e.getMessage());
  }

  private static void query(String sql, TreeSet<String> values) {
    try (QuerySession session = engine.session()) {
      session.query(sql, new Cancellation(), row -> values.add(row.text(1)));
    }
  }
}
