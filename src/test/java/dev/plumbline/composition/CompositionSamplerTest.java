package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompositionSamplerTest {
  private static final Lexicon LEXICON =
      new Lexicon(
          "test",
          Map.of("cats", new TermList(List.of("cat"), false)),
          Map.of(),
          List.of(new LexiconTest(new TestId("none"), "cats", "cats", "cats", "cats")));
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  private static Manifest read(Path... files) {
    return new ManifestReader(engine).read(Tables.source(files), new Cancellation());
  }

  private static CompositionEstimate estimate(Manifest manifest, long rows, long seed) {
    return new CompositionSampler(engine)
        .estimate(manifest, new CompositionSettings(LEXICON), rows, seed, new Cancellation());
  }

  private static CompositionResult profile(Manifest manifest) {
    return new CompositionProfiler(engine)
        .profile(manifest, new CompositionSettings(LEXICON), Progress.none(), new Cancellation());
  }

  /// Two shards; languages and cats come in runs of 500 rows.
  private Path[] runs() {
    Path[] shards = new Path[2];
    for (int shard = 0; shard < shards.length; shard++) {
      String query =
          ("SELECT 'https://s' || i %% 7 || '.org/' || i AS url, CASE WHEN hash(i // 500 + %1$d) %%"
               + " 5 = 0 THEN 'a cat' ELSE 'some other thing' END AS caption, CASE WHEN hash(i //"
               + " 500 + %1$d + 1000000) %% 3 = 0 THEN 'de' WHEN i %% 11 <> 0 THEN 'en' END AS"
               + " language, (hash(i + %1$d) %% 100)::DOUBLE / 200 AS similarity, CASE WHEN i %% 5"
               + " = 0 THEN 'UNSURE' ELSE 'UNLIKELY' END AS nsfw FROM range(60000) AS t(i)")
              .formatted(shard * 500_000);
      shards[shard] = Tables.parquet(engine, query, folder.resolve("runs-" + shard + ".parquet"));
    }
    return shards;
  }

  @Test
  void theTrueShareLiesInTheIntervalAboutAsOftenAsPromisedAlthoughRowsComeInRuns() {
    Manifest manifest = read(runs());
    CompositionResult all = profile(manifest);
    double cats = (double) all.mentions().get("cats") / all.used();
    Bin german = bin(all, "de");
    int seeds = 60;
    int catsIn = 0;
    int germanIn = 0;
    int naive = 0;
    for (int seed = 0; seed < seeds; seed++) {
      CompositionEstimate estimate = estimate(manifest, 20_000, seed);
      assertEquals(120_000, estimate.basis().of().orElseThrow());
      assertTrue(estimate.basis().counted() && estimate.basis().random());
      catsIn += estimate.mentions().get("cats").contains(cats) ? 1 : 0;
      germanIn +=
          estimate.ofValues("language", "de").orElseThrow().contains(german.share()) ? 1 : 0;
      long used = estimate.result().used();
      long found = estimate.result().mentions().get("cats");
      naive += new dev.plumbline.core.Proportion(found, used).wilson().contains(cats) ? 1 : 0;
      assertTrue(
          estimate.ofUsed("language", "de").orElseThrow().high()
              < estimate.ofValues("language", "de").orElseThrow().high());
    }
    assertTrue(catsIn >= 52, catsIn + " of " + seeds);
    assertTrue(germanIn >= 52, germanIn + " of " + seeds);
    assertTrue(naive < 40, "an interval for independent rows would do as well: " + naive);
  }

  private static Bin bin(CompositionResult result, String language) {
    return result.facet("language").orElseThrow().bins().stream()
        .filter(bin -> bin.key().equals(language))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theSameSeedGivesTheSameNumbersAndAnotherOneDoesNot() {
    Manifest manifest = read(runs());
    CompositionEstimate first = estimate(manifest, 5_000, 7);
    assertEquals(first, estimate(manifest, 5_000, 7));
    assertNotEquals(first.result(), estimate(manifest, 5_000, 8).result());
    assertEquals(10, first.basis().blocks());
    assertTrue(first.result().rows() <= 10 * 500 && first.result().rows() > 4_500);
  }

  @Test
  void allBlocksOfAnyFormatTogetherAreTheManifest() throws IOException {
    Random random = new Random(4);
    StringBuilder csv = new StringBuilder("\ufeffurl,caption,language,nsfw\n");
    StringBuilder tsv = new StringBuilder();
    StringBuilder json = new StringBuilder();
    for (int i = 0; i < 6_000; i++) {
      String word = random.nextInt(4) == 0 ? "cat" : "dog, \"big\"";
      String more = "x".repeat(random.nextInt(60));
      String second = random.nextInt(3) == 0 ? "\nsecond, line " + i + "\n" : "";
      csv.append(
          "https://a.org/%d,\"%s %s%s\",en,%s%n"
              .formatted(
                  i,
                  word.replace("\"", "\"\""),
                  second,
                  more,
                  i % 9 == 0 ? "0.25" : i % 3 == 0 ? "NSFW" : "UNLIKELY"));
      tsv.append("a \" %s %s\thttps://a.org/%d%n".formatted(word, more, i));
      json.append(
          "{\"url\": \"https://a.org/%d\", \"caption\": \"%s\"}%n"
              .formatted(i, (word + second + more).replace("\"", "\\\"").replace("\n", "\\n")));
    }
    List<Path> files = new ArrayList<>();
    files.add(Tables.text(folder.resolve("a.csv"), csv.toString()));
    files.add(Tables.text(folder.resolve("b.tsv"), tsv.toString()));
    files.add(Tables.text(folder.resolve("c.jsonl"), json.toString()));
    files.addAll(List.of(runs()).subList(0, 1));
    for (Path file : files) {
      Manifest manifest = read(file);
      CompositionEstimate estimate = estimate(manifest, 1_000_000, 1);
      CompositionResult all = profile(manifest);
      assertTrue(estimate.basis().whole(), file.toString());
      assertTrue(estimate.basis().blocks() > 1, file.toString());
      assertEquals(all.withDuplicates(List.of()), estimate.result(), file.toString());
      Interval cats = estimate.mentions().get("cats");
      assertEquals(cats.low(), cats.high(), 0);
    }
  }

  @Test
  void partsOfATextFileAreReadAndTheRowsOfItAllEstimated() throws IOException {
    StringBuilder csv = new StringBuilder("url,caption\n");
    for (int i = 0; i < 40_000; i++) {
      csv.append("https://a.org/%d,\"%s%n thing\"%n".formatted(i, i % 4 == 0 ? "cat" : "dog"));
    }
    Manifest manifest = read(Tables.text(folder.resolve("a.csv"), csv.toString()));
    CompositionEstimate estimate = estimate(manifest, 4_000, 3);
    assertEquals(4_000, estimate.result().rows(), 2_100);
    assertFalse(estimate.basis().counted());
    assertEquals(40_000, estimate.basis().of().orElseThrow(), 2_000);
    assertTrue(estimate.mentions().get("cats").contains(0.25));
    assertTrue(estimate.mentions().get("cats").high() < 0.3);
  }

  @Test
  void ofCompressedTextFirstRowsAreTakenAndNoIntervalIsTold() throws IOException {
    Path file = folder.resolve("a.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write("url,caption\n".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 5_000; i++) {
        out.write("https://a.org/%d,a cat%n".formatted(i).getBytes(StandardCharsets.UTF_8));
      }
    }
    CompositionEstimate estimate = estimate(read(file), 1_000, 3);
    assertEquals(1_000, estimate.result().rows());
    assertFalse(estimate.basis().random());
    assertTrue(estimate.basis().of().isEmpty());
    assertTrue(estimate.mentions().isEmpty() && estimate.ofUsed("captionWords", "2").isEmpty());
    CaptionAssociation association = estimate.result().associations().getFirst();
    assertTrue(association.logOddsRatio().isPresent() && association.interval().isEmpty());
  }

  @Test
  void aDamagedFileIsToldInASentence() throws IOException {
    Path[] shards = runs();
    Manifest manifest = read(shards);
    Files.write(shards[0], new byte[100]);
    PlumblineException refused =
        assertThrows(PlumblineException.class, () -> estimate(manifest, 1_000, 1));
    assertTrue(refused.getMessage().contains("test"), refused.getMessage());
  }

  @Test
  void blocksOfOneRowAreASimpleRandomSample() {
    int n = 200;
    long[] rows = new long[n];
    long[] counts = new long[n];
    for (int i = 0; i < n; i++) {
      rows[i] = 1;
      counts[i] = i < 30 ? 1 : 0;
    }
    Interval some = new BlockShare(rows, 1_000_000_000).interval(counts);
    // Clopper-Pearson for 30 of 200 is 0.10355 to 0.20718; v has n − 1 = 199 in place of n
    assertEquals(0.10355, some.low(), 3e-4);
    assertEquals(0.20718, some.high(), 3e-4);
    Interval none = new BlockShare(rows, 1_000_000_000).interval(new long[n]);
    assertEquals(0, none.low());
    assertEquals(1 - Math.pow(0.025, 1.0 / 200), none.high(), 1e-9);
    Interval half = new BlockShare(rows, 400).interval(counts);
    assertTrue(half.high() - half.low() < some.high() - some.low());
  }

  @Test
  void rowsThatAgreeWithinTheirBlockCountAsOne() {
    long[] rows = {100, 100, 100, 100, 100, 100, 100, 100, 100, 100};
    long[] counts = {100, 0, 0, 100, 0, 0, 100, 0, 0, 0};
    Interval interval = new BlockShare(rows, 1_000_000_000).interval(counts);
    // n* = 9 · (1.96234/2.26216)² = 6.773, x = 2.032: the quantiles of beta(2.032, 5.741) and so on
    assertEquals(0.3, (interval.low() + interval.high()) / 2, 0.12);
    assertTrue(interval.low() < 0.06 && interval.high() > 0.68, interval.toString());
  }
}
