package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Reject;
import dev.plumbline.manifest.RejectedLine;
import dev.plumbline.manifest.Sql;
import dev.plumbline.manifest.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What cannot be read is listed, costs only itself, and a scan stops when it is told to.
class LeftOutTest {
  private static final CompositionSettings SETTINGS =
      new CompositionSettings(LexiconReader.bundled("gender-career"));
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  private static Manifest read(Path... files) {
    return engine.read(Tables.source(files), new Cancellation());
  }

  private static CompositionResult profile(Manifest manifest, Cancellation cancellation) {
    return new CompositionProfiler(engine)
        .profile(manifest, SETTINGS, Progress.none(), cancellation);
  }

  private static WhatIfResult whatIf(Manifest manifest, Cancellation cancellation) {
    WhatIfSettings settings =
        new WhatIfSettings(SETTINGS.lexicon(), RowSelection.of(Filter.parse("words >= 2")));
    return new WhatIf(engine).scan(manifest, settings, Progress.none(), cancellation);
  }

  @Test
  void everyLineThatIsLeftOutIsListedWithItsTextAndNumber() throws IOException {
    Path csv =
        Tables.text(
            folder.resolve("r.csv"),
            "url,text\nu,a woman\nonly one\nu,\"two\nlines\"\nu,x,y,z\nu,a man\nlast one\n");
    Manifest manifest = read(csv);

    for (List<Reject> rejects :
        List.of(
            profile(manifest, new Cancellation()).rejects(),
            whatIf(manifest, new Cancellation()).rejects())) {
      assertEquals(2, rejects.size(), rejects.toString());
      assertEquals(3, rejects.stream().mapToLong(Reject::rows).sum());
      assertEquals(
          List.of(new RejectedLine(3, "only one"), new RejectedLine(8, "last one")),
          rejects.getFirst().lines());
      assertTrue(rejects.getFirst().reason().endsWith("(first in line 3)."));
      assertTrue(rejects.getLast().reason().endsWith("(first in line 6, row 5)."));
      assertEquals(List.of(new RejectedLine(6, "u,x,y,z")), rejects.getLast().lines());
    }
  }

  @ParameterizedTest
  @CsvSource({"r.jsonl", "r.jsonl.gz"})
  void linesThatAreNoObjectAreListed(String name) throws IOException {
    String text =
        "{\"text\":\"a woman\"}\nno json\n\n[1]\n{\"text\":\"a man\"}\n{\"text\":\"cut".repeat(1);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = name.endsWith("gz") ? new GZIPOutputStream(bytes) : bytes) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    Manifest manifest = read(Files.write(folder.resolve(name), bytes.toByteArray()));

    for (List<Reject> rejects :
        List.of(
            profile(manifest, new Cancellation()).rejects(),
            whatIf(manifest, new Cancellation()).rejects())) {
      assertEquals(1, rejects.size());
      assertEquals(3, rejects.getFirst().rows());
      assertEquals(
          List.of(
              new RejectedLine(2, "no json"),
              new RejectedLine(4, "[1]"),
              new RejectedLine(6, "{\"text\":\"cut")),
          rejects.getFirst().lines());
    }
  }

  @Test
  void noMoreThanFiftyLinesAreListedAndAllAreCounted() throws IOException {
    Path csv =
        Tables.text(folder.resolve("m.csv"), "url,text\nu,a woman\n" + "x".repeat(300) + "\n");
    Path many =
        Tables.text(folder.resolve("n.csv"), "url,text\nu,a woman\n" + "alone\n".repeat(1234));

    assertEquals(
        161,
        profile(read(csv), new Cancellation())
            .rejects()
            .getFirst()
            .lines()
            .getFirst()
            .text()
            .length());
    Reject reject = profile(read(many), new Cancellation()).rejects().getFirst();
    assertEquals(1234, reject.rows());
    assertEquals(50, reject.lines().size());
    assertEquals(3, reject.lines().getFirst().line());
  }

  @Test
  @Timeout(120)
  void ofAThousandShardsADamagedAndATruncatedOneCostOnlyThemselves() throws IOException {
    Path shards = folder.resolve("shards");
    try (QuerySession session = engine.session()) {
      session.execute(
          "COPY (SELECT i % 1000 AS shard, 'a woman ' || hash(i) AS text FROM range(50000) t(i))"
              + " TO "
              + Sql.literal(shards.toString())
              + " (FORMAT parquet, COMPRESSION zstd, PARTITION_BY (shard))");
    }
    Manifest manifest = read(shards);
    assertEquals(1000, manifest.files().size());
    Path cut = shard(shards, 500);
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), (int) Files.size(cut) / 2));
    Path damaged = shard(shards, 700);
    try (RandomAccessFile data = new RandomAccessFile(damaged.toFile(), "rw")) {
      byte[] garbage = new byte[400];
      new Random(1).nextBytes(garbage);
      data.seek(40);
      data.write(garbage);
    }

    CompositionResult result = profile(manifest, new Cancellation());

    assertEquals(998, result.files());
    assertEquals(998 * 50, result.rows());
    assertEquals(998 * 50, result.mentions().get("women"));
    assertEquals(
        List.of(cut.toString(), damaged.toString()),
        result.rejects().stream().map(Reject::file).sorted().toList());
    assertEquals(998, profile(read(shards), new Cancellation()).files());
  }

  private static Path shard(Path shards, int number) throws IOException {
    try (Stream<Path> inside = Files.list(shards.resolve("shard=" + number))) {
      return inside.findFirst().orElseThrow();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "big.parquet, FORMAT parquet",
    "big.csv, FORMAT csv",
    "big.csv.gz, 'FORMAT csv, COMPRESSION gzip'",
    "big.jsonl.zst, 'FORMAT json, COMPRESSION zstd'"
  })
  @Timeout(120)
  void aScanIsCancelledWithinASecond(String name, String options) {
    Path file =
        Tables.copy(
            engine,
            "SELECT 'a woman in a lovely living room ' || hash(i) AS text, hash(i * 7) AS key FROM"
                + " range(1500000) t(i)",
            folder.resolve(name),
            options);
    Manifest manifest = read(file);
    assertCancelled(cancellation -> profile(manifest, cancellation));
    assertCancelled(cancellation -> whatIf(manifest, cancellation));
  }

  /// A scan that a damaged shard makes start again stops as soon.
  @Test
  @Timeout(120)
  void theSearchForBrokenFilesIsCancelledWithinASecond() throws IOException {
    for (int i = 0; i < 4; i++) {
      Tables.copy(
          engine,
          "SELECT 'a woman number ' || hash(i) AS text FROM range(400000) t(i)",
          folder.resolve("part" + i + ".csv.gz"),
          "FORMAT csv, COMPRESSION gzip");
    }
    Path last = folder.resolve("part3.csv.gz");
    byte[] bytes = Files.readAllBytes(last);
    Files.write(last, Arrays.copyOf(bytes, bytes.length - 1000));
    Manifest manifest = read(folder);
    assertCancelled(cancellation -> profile(manifest, cancellation));
  }

  private interface Scan {
    void run(Cancellation cancellation);
  }

  private static void assertCancelled(Scan scan) {
    Cancellation cancellation = new Cancellation();
    long[] cancelled = new long[1];
    Thread canceller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Thread.sleep(300);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  cancelled[0] = System.nanoTime();
                  cancellation.cancel();
                });
    assertThrows(CancellationException.class, () -> scan.run(cancellation));
    double seconds = (System.nanoTime() - cancelled[0]) / 1e9;
    try {
      canceller.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    assertTrue(seconds < 1, () -> "stopped after " + seconds + " s");
  }
}
