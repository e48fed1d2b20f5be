package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageSamplerTest {
  private static DuckDbEngine engine;
  private static LanguageSampler sampler;

  @TempDir Path folder;

  @BeforeAll
  static void open() {
    engine = DuckDbEngine.open();
    sampler = new LanguageSampler(engine);
  }

  @AfterAll
  static void close() {
    sampler.close();
    engine.close();
  }

  private static Manifest read(DuckDbEngine own, Path... files) {
    return new ManifestReader(own).read(Tables.source(files), new Cancellation());
  }

  private static DetectedLanguages detect(Path file, long rows, long seed) {
    return sampler.detect(read(engine, file), rows, seed, new Cancellation());
  }

  private static LanguageEstimate estimate(Path file, long rows, long seed) {
    return detect(file, rows, seed).estimate().orElseThrow();
  }

  /// Runs of 500 rows in one language; one row in twenty has no caption, one in ten failed.
  private Path runs() {
    return Tables.parquet(
        engine,
        "SELECT 'https://a.org/' || i AS url, CASE WHEN i % 20 = 3 THEN NULL WHEN hash(i // 500) %"
            + " 3 = 0 THEN 'Ein alter Mann mit seinem Hund im Garten ' || i WHEN i % 7 = 0 THEN"
            + " 'IMG_' || i ELSE 'An old man with his dog in the garden ' || i END AS caption, CASE"
            + " WHEN i % 10 = 0 THEN 'failed_to_download' ELSE 'success' END AS status FROM"
            + " range(60000) AS t(i)",
        folder.resolve("runs.parquet"));
  }

  @Test
  void theTrueShareLiesInTheIntervalAboutAsOftenAsPromised() {
    Path file = runs();
    LanguageEstimate all = estimate(file, 60_000, 1);
    assertTrue(all.basis().whole());
    assertEquals(54_000, all.used());
    assertEquals(3_000, all.facet().missing());
    assertEquals(List.of("en", "de", "und"), all.facet().bins().stream().map(Bin::key).toList());
    double german = all.facet().bins().get(1).share();
    double germanOfUsed = (double) all.facet().bins().get(1).count() / all.used();
    assertEquals(german, all.ofValues("de").orElseThrow().low());
    int within = 0;
    int withinUsed = 0;
    for (int seed = 0; seed < 30; seed++) {
      LanguageEstimate one = estimate(file, 6_000, seed);
      within += one.ofValues("de").orElseThrow().contains(german) ? 1 : 0;
      withinUsed += one.ofUsed("de").orElseThrow().contains(germanOfUsed) ? 1 : 0;
      assertEquals(60_000, one.basis().of().orElseThrow());
    }
    assertTrue(within >= 26 && withinUsed >= 26, within + " and " + withinUsed + " of 30");
  }

  @Test
  void sameSeedSameNumbersOnAnyNumberOfThreads() {
    Path file = runs();
    LanguageEstimate two = estimate(file, 5_000, 7);
    assertNotEquals(two, estimate(file, 5_000, 8));
    for (int threads : List.of(1, 4)) {
      try (DuckDbEngine own =
              DuckDbEngine.open(new EngineSettings(512, threads, Optional.empty()));
          LanguageSampler other = new LanguageSampler(own)) {
        assertEquals(
            two,
            other.detect(read(own, file), 5_000, 7, new Cancellation()).estimate().orElseThrow());
      }
    }
  }

  @Test
  void aColumnOfLanguagesLeavesNothingToDetect() throws IOException {
    Path file = Tables.text(folder.resolve("told.csv"), "url,caption,language\nu,A big house,en\n");
    assertEquals(DetectedLanguages.none(), detect(file, 100, 1));
  }

  @Test
  void withoutCaptionsThereIsAReason() throws IOException {
    Path file = Tables.text(folder.resolve("bare.csv"), "url,caption\nu,\nv,\n");
    assertEquals(
        DetectedLanguages.refused(DetectedLanguages.Refusal.NO_CAPTION), detect(file, 100, 1));
  }

  @Test
  void captionsThatTellNothingAreAllUndetermined() throws IOException {
    Path file = Tables.text(folder.resolve("names.csv"), "url,caption\nu,IMG_1.jpg\nv,BMW X5\n");
    LanguageEstimate estimate = estimate(file, 100, 1);
    assertEquals(List.of(new Bin("und", 2, 1)), estimate.facet().bins());
    assertEquals(2, estimate.captions());
  }

  @Test
  void firstRowsOfACompressedFileHaveNoInterval() {
    Path file =
        Tables.copy(
            engine,
            "SELECT 'u' || i AS url, 'A small house near the river' AS caption FROM range(3000) AS"
                + " t(i)",
            folder.resolve("packed.csv.gz"),
            "FORMAT csv, HEADER, COMPRESSION gzip");
    LanguageEstimate estimate = estimate(file, 1000, 1);
    assertFalse(estimate.basis().random());
    assertEquals("en", estimate.facet().bins().getFirst().key());
    assertTrue(estimate.ofValues().isEmpty() && estimate.ofUsed().isEmpty());
  }

  @Test
  void aDamagedFileGivesAReason() throws IOException {
    Path file = runs();
    Manifest manifest = read(engine, file);
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    DetectedLanguages none = sampler.detect(manifest, 60_000, 1, new Cancellation());
    assertEquals(DetectedLanguages.refused(DetectedLanguages.Refusal.UNREADABLE), none);
  }

  @Test
  void anEngineThatCannotCallBackRefuses() {
    Manifest manifest = read(engine, runs());
    try (LanguageSampler far = new LanguageSampler(new FarEngine(engine))) {
      assertEquals(
          DetectedLanguages.refused(DetectedLanguages.Refusal.CLUSTER),
          far.detect(manifest, 100, 1, new Cancellation()));
    }
  }

  @Test
  void detectionIsCancelled() {
    Manifest manifest = read(engine, runs());
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    assertThrows(
        CancellationException.class, () -> sampler.detect(manifest, 60_000, 1, cancellation));
  }
}
