package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfTest {
  private static final Lexicon LEXICON =
      new Lexicon(
          "pets",
          Map.of(
              "cats", new TermList(List.of("cat", "kitten"), false),
              "dogs", new TermList(List.of("dog"), false),
              "good", new TermList(List.of("nice"), false),
              "bad", new TermList(List.of("angry"), false),
              "none", new TermList(List.of("zzz"), false)),
          Map.of(),
          List.of(
              new LexiconTest(new TestId("pets"), "cats", "dogs", "good", "bad"),
              new LexiconTest(new TestId("none"), "none", "dogs", "good", "bad")));
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir private Path folder;

  private static WhatIfResult scan(Manifest manifest, RowSelection selection) {
    return new WhatIf(engine)
        .scan(
            manifest, new WhatIfSettings(LEXICON, selection), Progress.none(), new Cancellation());
  }

  private Manifest pets() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT 'http://p.example/' || i AS url, CASE WHEN i % 11 = 0 THEN NULL ELSE (CASE WHEN"
                + " i % 3 = 0 THEN 'nice ' WHEN i % 3 = 1 THEN 'angry ' ELSE '' END) || (CASE WHEN"
                + " i % 5 < 2 THEN 'cat' WHEN i % 5 = 2 THEN 'kitten' ELSE 'dog' END) END AS text,"
                + " (i % 100) / 100.0 AS similarity, CASE WHEN i % 13 = 0 THEN 'failed_to_download'"
                + " ELSE 'success' END AS status FROM range(20000) AS t(i)",
            folder.resolve("pets.parquet"));
    return engine.read(Tables.source(file), new Cancellation());
  }

  @Test
  void rawAndKeptAreWhatTwoProfilesCount() {
    Manifest manifest = pets();
    RowSelection selection =
        RowSelection.of(Filter.parse("similarity top 40% or caption mentions 'kitten'"));
    WhatIfResult result = scan(manifest, selection);
    CompositionSettings settings = new CompositionSettings(LEXICON);
    CompositionProfiler profiler = new CompositionProfiler(engine);
    CompositionResult all =
        profiler.profile(manifest, settings, Progress.none(), new Cancellation());
    CompositionResult some =
        profiler.profile(manifest, settings, selection, Progress.none(), new Cancellation());
    assertEquals(all.used(), result.used());
    assertEquals(all.failed(), result.failed());
    assertEquals(some.used(), result.kept());
    for (Retention group : result.groups()) {
      assertEquals(all.mentions().get(group.name()), group.raw());
      assertEquals(some.mentions().get(group.name()), group.kept());
      for (Retention term : result.terms().get(group.name())) {
        assertEquals(all.terms().get(group.name()).get(term.name()), term.raw());
        assertEquals(some.terms().get(group.name()).get(term.name()), term.kept());
      }
    }
    for (int i = 0; i < 2; i++) {
      assertEquals(all.associations().get(i), result.associations().get(i).raw());
      assertEquals(some.associations().get(i), result.associations().get(i).kept());
    }
  }

  @Test
  void aSmallManifestIsItsOwnSample() {
    Manifest manifest = pets();
    RowSelection selection =
        new RowSelection(Filter.parse("similarity top 25%"), Optional.of(DuplicateKey.CAPTION));
    try (WhatIfSample sample =
        WhatIfSample.draw(engine, manifest, 50_000, 1, _ -> {}, new Cancellation())) {
      assertTrue(sample.sample().isEmpty());
      WhatIfSettings settings = new WhatIfSettings(LEXICON, selection);
      assertEquals(scan(manifest, selection), sample.estimate(settings, new Cancellation()));
    }
  }

  @Test
  void aSampleIsAlwaysTheSameAndItsIntervalHoldsTheTruth() {
    Manifest manifest = pets();
    WhatIfSettings settings =
        new WhatIfSettings(LEXICON, RowSelection.of(Filter.parse("\"similarity\" >= 0.6")));
    double truth = scan(manifest, settings.selection()).keptShare().orElseThrow().share();
    WhatIfResult[] results = new WhatIfResult[2];
    for (int i = 0; i < 2; i++) {
      try (WhatIfSample sample =
          WhatIfSample.draw(engine, manifest, 3000, 5, _ -> {}, new Cancellation())) {
        results[i] = sample.estimate(settings, new Cancellation());
      }
    }
    assertEquals(results[0], results[1]);
    RowSample sample = results[0].sample().orElseThrow();
    assertEquals(20_000, sample.of());
    assertEquals(3000, sample.rows(), 200);
    assertTrue(results[0].keptInterval().orElseThrow().contains(truth));
  }

  @Test
  void undefinedRatiosHaveAReason() {
    WhatIfResult result = scan(pets(), RowSelection.of(Filter.parse("words > 9")));
    assertEquals(0, result.kept());
    Retention cats = result.group("cats").orElseThrow();
    assertEquals(0, cats.share().orElseThrow());
    assertTrue(cats.relative().isEmpty() && cats.reason().isPresent());
    Retention none = result.group("none").orElseThrow();
    assertTrue(none.share().isEmpty() && none.reason().isPresent());
    assertTrue(result.amplifications().stream().allMatch(pair -> pair.reason().isPresent()));
    assertTrue(result.associations().getFirst().change().isEmpty());
  }

  @Test
  void aRatioIsTheQuotientOfTwoShares() {
    Retention group = Retention.of("g", 1000, 200, 10_000, 4000);
    assertEquals(0.2, group.share().orElseThrow(), 1e-15);
    assertEquals((200 / 4000.0) / (1000 / 10_000.0), group.relative().orElseThrow(), 1e-15);
    Interval interval = group.relativeInterval().orElseThrow();
    double variance =
        Math.pow(1 / 200.0 - 1 / 4000.0, 2) * 1000 * 0.2 * 0.8
            + 9000 * (3800 / 9000.0) * (5200 / 9000.0) / 4000.0 / 4000.0;
    assertEquals(0.5 * Math.exp(1.959963984540054 * Math.sqrt(variance)), interval.high(), 1e-12);
    Retention all = Retention.of("all", 10_000, 4000, 10_000, 4000);
    assertEquals(1, all.relativeInterval().orElseThrow().low(), 1e-12);
    assertEquals(1, all.relativeInterval().orElseThrow().high(), 1e-12);
  }

  @Test
  void theIntervalOfTheRatioCoversItInNineteenOfTwentyDraws() {
    Random random = new Random(3);
    int covered = 0;
    int draws = 2000;
    double truth = 0.3 / ((0.3 * 400 + 0.5 * 1600) / 2000);
    for (int i = 0; i < draws; i++) {
      int own = binomial(random, 400, 0.3);
      int rest = binomial(random, 1600, 0.5);
      Retention group = Retention.of("g", 400, own, 2000, own + rest);
      covered += group.relativeInterval().orElseThrow().contains(truth) ? 1 : 0;
    }
    assertEquals(0.95, covered / (double) draws, 0.015);
  }

  private static int binomial(Random random, int n, double p) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
      hits += random.nextDouble() < p ? 1 : 0;
    }
    return hits;
  }

  @Test
  void exclusionIsAmplifiedWhereTheRarerGroupLosesMore() {
    Retention rare = Retention.of("rare", 1000, 100, 100_000, 50_000);
    Retention frequent = Retention.of("frequent", 9000, 4500, 100_000, 50_000);
    ExclusionAmplification pair = ExclusionAmplification.of(frequent, rare);
    assertEquals("rare", pair.rarer());
    assertEquals(0.1 / 0.5, pair.factor().orElseThrow(), 1e-12);
    assertTrue(pair.amplified());
    Retention spared = Retention.of("rare", 1000, 600, 100_000, 50_000);
    assertFalse(ExclusionAmplification.of(frequent, spared).amplified());
  }

  @Test
  void presetsTakeWhatTheColumnsAllow() throws IOException {
    Path full =
        Files.writeString(
            folder.resolve("full.csv"),
            "uid,url,text,original_width,original_height,clip_b32_similarity_score,clip_l14_similarity_score,language\n"
                + "1,u,one two three,640,480,0.29,0.2,en\n"
                + "2,u,one two three,640,100,0.2,0.4,EN\n"
                + "3,u,one two,900,900,0.3,0.3,en\n"
                + "4,u,one two three,300,900,0.3,0.3,ja\n");
    Manifest manifest = engine.read(Tables.source(full), new Cancellation());
    Map<String, FilterPreset> presets = new java.util.LinkedHashMap<>();
    FilterPreset.of(manifest).forEach(preset -> presets.put(preset.id(), preset));
    assertEquals(1, kept(manifest, presets.get("basic")));
    assertEquals(2, kept(manifest, presets.get("laion2b")));
    assertEquals(3, kept(manifest, presets.get("clip")));
    for (String id : List.of("text", "image", "image-clip")) {
      assertTrue(presets.get(id).filter().isEmpty() && !presets.get(id).notes().isEmpty());
    }
    Path few = Files.writeString(folder.resolve("few.csv"), "text\none two three\n");
    List<FilterPreset> poor = FilterPreset.of(engine.read(Tables.source(few), new Cancellation()));
    assertEquals("words > 2 and characters > 5", poor.get(0).filter().orElseThrow().text());
    assertEquals(2, poor.get(0).notes().size());
    assertTrue(poor.get(1).filter().isEmpty());
  }

  private static long kept(Manifest manifest, FilterPreset preset) {
    return scan(manifest, RowSelection.of(preset.filter().orElseThrow())).kept();
  }

  @Test
  void aDamagedShardCostsOnlyItself() throws IOException {
    Path shards = Files.createDirectory(folder.resolve("shards"));
    for (int i = 0; i < 3; i++) {
      Tables.parquet(
          engine,
          "SELECT 'nice cat' AS text, 'u' AS url FROM range(1000)",
          shards.resolve(i + ".parquet"));
    }
    byte[] bytes = Files.readAllBytes(shards.resolve("1.parquet"));
    Manifest manifest = engine.read(Tables.source(shards), new Cancellation());
    Files.write(shards.resolve("1.parquet"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
    WhatIfResult result = scan(manifest, RowSelection.all());
    assertEquals(2000, result.kept());
    assertEquals(1, result.rejects().size());
  }
}
