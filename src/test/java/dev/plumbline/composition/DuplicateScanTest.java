package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Repeats counted in files.
class DuplicateScanTest {
  private static final CompositionSettings SETTINGS =
      new CompositionSettings(new Lexicon("none", Map.of(), Map.of(), List.of()));
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  private static Manifest read(Path... files) {
    return engine.read(Tables.source(files), new Cancellation());
  }

  private static CompositionResult profile(Manifest manifest, long most) {
    return new CompositionProfiler(engine, most)
        .profile(manifest, SETTINGS, Progress.none(), new Cancellation());
  }

  private static Duplicates of(Path file, DuplicateKey key) {
    return profile(read(file), DistinctSampling.MOST_KEPT).duplicates(key).orElseThrow();
  }

  /// 600 addresses of which each third is a copy, 20 captions, failed rows left out.
  private static final String ROWS =
      """
      SELECT CASE WHEN i % 10 = 9 THEN NULL ELSE 'http://a.org/' || (i - i % 3) END AS url,
        'caption ' || i % 20 AS caption, i % 7 AS uid,
        CASE WHEN i % 100 = 50 THEN 'failed' ELSE 'success' END AS status
      FROM range(600) t(i)
      """;

  private Path file(String format) {
    Path file = folder.resolve("rows." + format);
    return switch (format) {
      case "parquet" -> Tables.parquet(engine, ROWS, file);
      case "csv" -> Tables.copy(engine, ROWS, file, "FORMAT csv");
      default -> Tables.copy(engine, ROWS, file, "FORMAT json");
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"parquet", "csv", "jsonl"})
  void everyFormatHasTheSameRepeats(String format) {
    CompositionResult result = profile(read(file(format)), DistinctSampling.MOST_KEPT);

    assertEquals(
        List.of(DuplicateKey.URL, DuplicateKey.CAPTION, DuplicateKey.UID),
        result.duplicates().stream().map(Duplicates::key).toList());
    Duplicates url = result.duplicates(DuplicateKey.URL).orElseThrow();
    assertEquals(534, url.rows());
    assertEquals(60, url.missing());
    assertEquals(594, result.used());
    assertEquals(200, url.distinct());
    assertEquals(334, url.repeats());
    assertEquals(334.0 / 534, url.share().orElseThrow());
    assertEquals(3, url.most());
    assertTrue(url.exact());
    Duplicates caption = result.duplicates(DuplicateKey.CAPTION).orElseThrow();
    assertEquals(594, caption.rows());
    assertEquals(20, caption.distinct());
    assertEquals(30, caption.most());
    assertEquals(List.of(new Duplicates.Copies(11, 100, 20, 594)), caption.copies());
    assertEquals(7, result.duplicates(DuplicateKey.UID).orElseThrow().distinct());
  }

  @ParameterizedTest
  @EnumSource(
      value = DuplicateKey.class,
      names = {"URL", "CAPTION", "UID"})
  void repeatsAreTheRowsThatDedupingRemoves(DuplicateKey key) {
    Manifest manifest = read(file("parquet"));
    Duplicates counted =
        profile(manifest, DistinctSampling.MOST_KEPT).duplicates(key).orElseThrow();
    CompositionResult kept =
        new CompositionProfiler(engine)
            .profile(
                manifest,
                SETTINGS,
                new RowSelection(new Filter.All(), Optional.of(key)),
                Progress.none(),
                new Cancellation());

    assertEquals(594 - counted.repeats(), kept.used());
    Duplicates left = kept.duplicates(key).orElseThrow();
    assertEquals(0, left.repeats());
    assertEquals(counted.missing(), left.missing());
  }

  @Test
  void bytesDecideAndAnEmptyTextIsAText() throws IOException {
    Path file =
        Tables.text(
            folder.resolve("h.jsonl"),
            """
            {"url":"a","caption":"x"}
            {"url":"a ","caption":"X"}
            {"url":"a\\u0000","caption":"x\\u0000"}
            {"url":"a\\u0000b","caption":"x\\u0000"}
            {"url":"","caption":"cafe\\u0301"}
            {"url":"","caption":"caf\\u00e9"}
            {"url":null,"caption":null}
            {"caption":"'; DROP TABLE plumbline_groups_0; --"}
            """);

    Duplicates url = of(file, DuplicateKey.URL);
    assertEquals(6, url.rows());
    assertEquals(2, url.missing());
    assertEquals(5, url.distinct());
    Duplicates caption = of(file, DuplicateKey.CAPTION);
    assertEquals(7, caption.rows());
    assertEquals(1, caption.missing());
    assertEquals(6, caption.distinct());
  }

  @Test
  void captionsOfMegabytesAreTexts() throws IOException {
    String big = "woman ".repeat(250_000);
    Path file =
        Tables.text(
            folder.resolve("g.csv"), "url,caption\nu," + big + "\nv," + big + "\nw," + big + "!\n");
    for (long most : new long[] {1, DistinctSampling.MOST_KEPT}) {
      Duplicates caption = profile(read(file), most).duplicates(DuplicateKey.CAPTION).orElseThrow();
      assertEquals(3, caption.rows());
      assertTrue(most == 1 || caption.distinct() == 2);
    }
  }

  @Test
  void noRowsAndOnlyNullsHaveNoShare() {
    for (String where : List.of("false", "true")) {
      Path file =
          Tables.parquet(
              engine,
              "SELECT NULL::VARCHAR AS caption, NULL::VARCHAR AS url WHERE " + where,
              folder.resolve(where + ".parquet"));
      for (long most : new long[] {0, 100}) {
        Duplicates url =
            profile(read(file), Math.max(1, most)).duplicates(DuplicateKey.URL).orElseThrow();
        assertEquals(0, url.rows());
        assertEquals(where.equals("true") ? 1 : 0, url.missing());
        assertTrue(url.share().isEmpty());
        assertTrue(url.reason().isPresent());
      }
    }
  }

  private static boolean kept(String text, long rate) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return Long.parseLong(HexFormat.of().formatHex(hash, 0, 4), 16) < (1L << 32) / rate;
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /// The engine keeps the texts that Java's MD5 keeps, of each kept text all rows, and the interval
  /// covers.
  @Test
  void beyondTheMostRowsTextsAreSampledByTheirHash() {
    int covered = 0;
    int populations = 40;
    for (int seed = 0; seed < populations; seed++) {
      Path file =
          Tables.parquet(
              engine,
              "SELECT 'http://s%1$d.org/' || (i %% 3000) AS url, 'same ' || (i %% 10) AS caption FROM range(5000) t(i)"
                  .formatted(seed),
              folder.resolve("s" + seed + ".parquet"));
      Duplicates url = profile(read(file), 625).duplicates(DuplicateKey.URL).orElseThrow();
      long texts = 0;
      long rows = 0;
      for (int i = 0; i < 3000; i++) {
        if (kept("http://s" + seed + ".org/" + i, 8)) {
          texts++;
          rows += i < 2000 ? 2 : 1;
        }
      }
      assertEquals(8, url.rate());
      assertEquals(5000, url.rows());
      assertEquals(texts, url.kept());
      assertEquals(rows, url.keptRows());
      covered += url.shareInterval().orElseThrow().contains(0.4) ? 1 : 0;
    }
    assertTrue(covered >= 36, covered + " of " + populations);
  }

  @Test
  void theBoundaryIsTheNumberOfRowsOfAParquetManifest() {
    Manifest manifest = read(file("parquet"));
    assertEquals(1, profile(manifest, 600).duplicates().getFirst().rate());
    assertEquals(2, profile(manifest, 599).duplicates().getFirst().rate());
    assertEquals(2, profile(manifest, 300).duplicates().getFirst().rate());
  }

  @Test
  void sameFilesSameRepeatsInAnyOrderOfRows() {
    Path up =
        Tables.parquet(
            engine, "SELECT * FROM (" + ROWS + ") ORDER BY uid", folder.resolve("u.parquet"));
    Path down =
        Tables.parquet(
            engine,
            "SELECT * FROM (" + ROWS + ") ORDER BY caption DESC",
            folder.resolve("d.parquet"));
    assertEquals(profile(read(up), 100).duplicates(), profile(read(down), 100).duplicates());
    assertEquals(profile(read(up), 100), profile(read(up), 100));
  }

  /// Repeats across files count; a truncated file costs its own rows alone.
  @Test
  void aTruncatedFileCostsOnlyItself() throws IOException {
    Path a = Tables.parquet(engine, ROWS, folder.resolve("a.parquet"));
    Tables.parquet(engine, ROWS, folder.resolve("b.parquet"));
    Path c = Tables.parquet(engine, ROWS, folder.resolve("c.parquet"));
    Manifest manifest = read(folder);
    byte[] bytes = Files.readAllBytes(c);
    Files.write(c, Arrays.copyOf(bytes, bytes.length / 2));
    for (long most : new long[] {150, DistinctSampling.MOST_KEPT}) {
      CompositionResult result = profile(manifest, most);
      assertEquals(1, result.rejects().size());
      Duplicates url = result.duplicates(DuplicateKey.URL).orElseThrow();
      assertEquals(1068, url.rows());
      if (url.exact()) {
        assertEquals(200, url.distinct());
        assertEquals(6, url.most());
      }
    }
    assertEquals(
        profile(read(a), 150).duplicates().getFirst().rate() * 2,
        profile(manifest, 150).duplicates().getFirst().rate());
  }

  @Test
  void aFirstLookTellsNothingOfRepeats() {
    Manifest manifest = read(file("parquet"));
    CompositionEstimate estimate =
        new CompositionSampler(engine).estimate(manifest, SETTINGS, 1000, 1, new Cancellation());
    assertEquals(List.of(), estimate.result().duplicates());
  }
}
