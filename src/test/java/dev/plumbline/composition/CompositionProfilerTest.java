package dev.plumbline.composition;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestReader;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Reject;
import dev.plumbline.manifest.Sql;
import dev.plumbline.manifest.Tables;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class CompositionProfilerTest {
  private static final Lexicon LEXICON = lexicon();
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir Path folder;

  private static Lexicon lexicon() {
    Map<String, TermList> terms = new LinkedHashMap<>();
    terms.put("women", new TermList(List.of("woman", "women", "she", "Frau"), false));
    terms.put("men", new TermList(List.of("man", "men", "he"), false));
    terms.put("good", new TermList(List.of("lovely", "living room", "été"), false));
    terms.put("bad", new TermList(List.of("awful", "c++"), false));
    terms.put("女", new TermList(List.of("女性"), true));
    terms.put("never", new TermList(List.of("zzzz"), false));
    return new Lexicon(
        "test",
        terms,
        Map.of(),
        List.of(
            new LexiconTest(new TestId("valence"), "women", "men", "good", "bad"),
            new LexiconTest(new TestId("empty"), "never", "men", "good", "bad")));
  }

  private static CompositionResult profile(Path... files) {
    return profile(read(files));
  }

  private static CompositionResult profile(Manifest manifest) {
    return new CompositionProfiler(engine)
        .profile(manifest, new CompositionSettings(LEXICON), Progress.none(), new Cancellation());
  }

  private static Manifest read(Path... files) {
    return new ManifestReader(engine).read(Tables.source(files), new Cancellation());
  }

  /// One random row of a manifest.
  private record Sample(
      String url, String text, String language, Double similarity, Integer width) {}

  private static List<Sample> samples(int n, long seed) {
    String[] words = {
      "woman",
      "Women",
      "SHE",
      "Frau",
      "Frauen",
      "man",
      "men",
      "he",
      "lovely",
      "living room",
      "awful",
      "c++",
      "ÉTÉ",
      "été",
      "女性が",
      "the",
      "a \"b\"",
      "x,y",
      "tab",
      "日本",
      "👩",
      "line\nbreak",
      "it's"
    };
    String[] glue = {" ", "  ", ", ", "-", "_", "", " "};
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = random.nextInt(7); k > 0; k--) {
        text.append(words[random.nextInt(words.length)]);
        text.append(glue[random.nextInt(glue.length)]);
      }
      samples.add(
          new Sample(
              random.nextInt(9) == 0
                  ? null
                  : "https://i" + i + ".site" + random.nextInt(5) + ".org/x",
              random.nextInt(10) == 0 ? null : text.toString(),
              random.nextInt(4) == 0 ? null : random.nextBoolean() ? "en" : "de",
              random.nextInt(6) == 0 ? null : random.nextInt(100) / 200.0,
              random.nextInt(6) == 0 ? null : random.nextInt(2000)));
    }
    return samples;
  }

  private static String query(List<Sample> samples) {
    String rows =
        samples.stream()
            .map(
                s ->
                    "(%s, %s, %s, %s::DOUBLE, %s::INTEGER)"
                        .formatted(
                            text(s.url), text(s.text), text(s.language), s.similarity, s.width))
            .collect(Collectors.joining(", "));
    return "SELECT url, text, language, similarity, width, 300 AS height FROM (VALUES "
        + rows
        + ") t(url, text, language, similarity, width)";
  }

  private static String text(String value) {
    return value == null ? "NULL::VARCHAR" : Sql.literal(value);
  }

  private List<Path> everyFormat(String query, String name) {
    return List.of(
        Tables.parquet(engine, query, folder.resolve(name + ".parquet")),
        Tables.copy(engine, query, folder.resolve(name + ".csv"), "FORMAT csv"),
        Tables.copy(
            engine,
            query,
            folder.resolve(name + ".tsv.gz"),
            "FORMAT csv, DELIMITER '\t', COMPRESSION gzip"),
        Tables.copy(
            engine, query, folder.resolve(name + ".jsonl.zst"), "FORMAT json, COMPRESSION zstd"));
  }

  @Test
  void allCountsEqualTheReferenceInEveryFormat() {
    List<Sample> samples = samples(700, 1);
    List<String> captions = samples.stream().map(Sample::text).filter(Objects::nonNull).toList();
    ReferenceProfile reference = new ReferenceProfile(LEXICON, captions);
    CompositionResult first = null;
    for (Path file : everyFormat(query(samples), "all")) {
      CompositionResult result = profile(file);
      String name = file.getFileName().toString();
      assertEquals(700, result.rows(), name);
      assertEquals(reference.mentions(), result.mentions(), name);
      assertEquals(reference.terms(), result.terms(), name);
      assertEquals(reference.cells(), cells(result), name);
      assertEquals(reference.together(), result.coOccurrence().together(), name);
      assertEquals(
          reference.balances(),
          result.contrasts().stream().map(TargetContrast::balance).toList(),
          name);
      checkWords(reference, result);
      assertEquals(List.copyOf(LEXICON.terms().keySet()), List.copyOf(result.mentions().keySet()));
      assertEquals(List.of(), result.rejects(), name);
      checkFacets(samples, result, name);
      first = first == null ? result : first;
      assertEquals(first.facets(), result.facets(), name);
      assertEquals(first.associations(), result.associations(), name);
    }
  }

  private static void checkWords(ReferenceProfile reference, CompositionResult result) {
    TargetContrast contrast = result.contrast(new TestId("valence")).orElseThrow();
    assertFalse(contrast.words().isEmpty());
    for (WordContrast word : contrast.words()) {
      assertEquals(reference.rows("women", word.term(), false), word.x(), word.term());
      assertEquals(reference.rows("men", word.term(), false), word.y(), word.term());
      assertEquals(result.terms().get(word.list()).get(word.term()), word.all());
    }
    assertEquals(contrast.words().stream().mapToLong(WordContrast::x).sum(), contrast.x());
    double[] z =
        contrast.words().stream().mapToDouble(word -> -word.logOdds().orElseThrow().z()).toArray();
    double[] sorted = z.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, z);
    assertEquals(5, contrast.prior());
  }

  private static List<List<Long>> cells(CompositionResult result) {
    return result.associations().stream()
        .map(a -> List.of(a.xa(), a.xb(), a.ya(), a.yb(), a.overlap()))
        .toList();
  }

  private static void checkFacets(List<Sample> samples, CompositionResult result, String name) {
    List<String> captions = samples.stream().map(Sample::text).filter(Objects::nonNull).toList();
    Facet words = result.facet("captionWords").orElseThrow();
    assertEquals(samples.size() - captions.size(), words.missing(), name);
    assertEquals(
        captions.stream().mapToInt(c -> c.isBlank() ? 0 : c.strip().split("\\s+").length).average(),
        words.mean(),
        name);
    Facet characters = result.facet("captionCharacters").orElseThrow();
    assertEquals(
        captions.stream().mapToInt(c -> c.codePointCount(0, c.length())).average(),
        characters.mean(),
        name);
    checkNames(samples.stream().map(Sample::language).toList(), result.facet("language"), name);
    List<String> domains =
        samples.stream()
            .map(s -> s.url == null ? null : s.url.replaceAll(".*(site\\d\\.org).*", "$1"))
            .toList();
    checkNames(domains, result.facet("domain"), name);
    Facet similarity = result.facet("similarity").orElseThrow();
    OptionalDouble mean =
        samples.stream()
            .map(Sample::similarity)
            .filter(Objects::nonNull)
            .mapToDouble(v -> v)
            .average();
    assertEquals(mean.orElseThrow(), similarity.mean().orElseThrow(), 1e-12, name);
    long missing = samples.stream().filter(s -> s.similarity == null).count();
    assertEquals(missing, similarity.missing(), name);
    assertEquals(samples.size() - missing, similarity.bins().stream().mapToLong(Bin::count).sum());
    assertEquals(1, similarity.bins().stream().mapToDouble(Bin::share).sum(), 1e-12);
    long small =
        samples.stream().filter(s -> s.width != null && s.width >= 1 && s.width < 64).count();
    Facet resolution = result.facet("resolution").orElseThrow();
    assertEquals(
        small,
        resolution.bins().stream().filter(b -> b.key().equals("1–63")).mapToLong(Bin::count).sum());
    OptionalDouble ratio =
        samples.stream()
            .filter(s -> s.width != null && s.width >= 1)
            .mapToDouble(s -> s.width / 300.0)
            .average();
    assertEquals(
        ratio.orElseThrow(), result.facet("aspect").orElseThrow().mean().orElseThrow(), 1e-9, name);
  }

  private static void checkNames(
      List<String> values, java.util.Optional<Facet> facet, String name) {
    Map<String, Long> expected =
        values.stream()
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    Map<String, Long> found =
        facet.orElseThrow().bins().stream().collect(Collectors.toMap(Bin::key, Bin::count));
    assertEquals(expected, found, name);
    assertEquals(values.stream().filter(Objects::isNull).count(), facet.orElseThrow().missing());
  }

  @Test
  void nPmiCountsEmptyCaptionsButNotNullOnes() {
    String rows =
        "SELECT * FROM (VALUES ('woman lovely'), ('woman awful'), ('man lovely'), ('man awful'),"
            + " ('woman lovely'), (''), (''), (NULL)) t(text)";
    for (Path file : everyFormat(rows, "empty")) {
      CaptionAssociation association = profile(file).associations().getFirst();
      // N = 7, n(women) = 3, n(men) = 2, n(good) = 3, n(bad) = 2
      double expected =
          Math.log(2 * 7 / 9.0) / Math.log(7 / 2.0)
              - Math.log(7 / 6.0) / Math.log(7)
              - Math.log(7 / 6.0) / Math.log(7)
              + Math.log(7 / 4.0) / Math.log(7);
      assertEquals(
          expected, association.deltaNpmi().orElseThrow(), 1e-12, file.getFileName().toString());
      assertEquals(Math.log(2), association.logOddsRatio().orElseThrow(), 1e-12);
    }
  }

  @Test
  void sourcesYearsAndFacesAreFacetsWhereTheirColumnsAre() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT * FROM (VALUES ('a', 'cc', '2012-05-03 10:00:00', 0), ('b', 'cc', '2012', 2),"
                + " ('c', 'web', '120123', 2), ('d', NULL, NULL, NULL), ('e', 'web', '3.1.1999',"
                + " 7)) t(caption, source, year, num_faces)",
            folder.resolve("faces.parquet"));

    CompositionResult result = profile(file);

    Facet source = result.facet("source").orElseThrow();
    assertEquals(List.of(new Bin("cc", 2, 0.5), new Bin("web", 2, 0.5)), source.bins());
    assertEquals(1, source.missing());
    Facet year = result.facet("year").orElseThrow();
    assertEquals(List.of(new Bin("2012", 2, 2 / 3.0), new Bin("1999", 1, 1 / 3.0)), year.bins());
    assertEquals(2, year.missing());
    Facet faces = result.facet("faces").orElseThrow();
    assertEquals(
        List.of(
            new Bin("0", 1, 0.25),
            new Bin("1", 0, 0),
            new Bin("2", 2, 0.5),
            new Bin("3", 0, 0),
            new Bin("4", 0, 0),
            new Bin("5–9", 1, 0.25)),
        faces.bins());
    assertEquals(1, faces.missing());
    assertEquals(11 / 4.0, faces.mean().orElseThrow());
  }

  @Test
  void failedRowsAreCountedAndLeftOutOfEverythingElse() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT * FROM (VALUES ('woman', 'success', 0.3), ('woman', 'failed_to_download',"
                + " NULL), ('man', 'failed_to_resize', 0.1), ('man', NULL, 0.5)) t(caption, status,"
                + " similarity)",
            folder.resolve("s.parquet"));

    CompositionResult result = profile(file);

    assertEquals(4, result.rows());
    assertEquals(2, result.failed());
    assertEquals(2, result.used());
    assertEquals(1, result.mentions().get("women"));
    assertEquals(1, result.mentions().get("men"));
    Facet similarity = result.facet("similarity").orElseThrow();
    assertEquals(0, similarity.missing());
    assertEquals(0.4, similarity.mean().orElseThrow(), 1e-12);
  }

  @Test
  void nsfwIsReadAsWordsAndAsNumbers() throws IOException {
    Path words =
        Tables.text(folder.resolve("w.csv"), "text,NSFW\na,UNLIKELY\nb,UNLIKELY\nc,NSFW\nd,\n");
    Path numbers =
        Tables.text(folder.resolve("n.csv"), "text,punsafe\na,0.05\nb,0.95\nc,nan\nd,\n");

    Facet byWord = profile(words).facet("nsfw").orElseThrow();
    assertEquals(List.of("UNLIKELY", "NSFW"), byWord.bins().stream().map(Bin::key).toList());
    assertEquals(1, byWord.missing());
    assertTrue(byWord.mean().isEmpty());
    Facet byNumber = profile(numbers).facet("nsfw").orElseThrow();
    assertEquals("0.00–0.10", byNumber.bins().getFirst().key());
    assertEquals("≥0.90", byNumber.bins().getLast().key());
    assertEquals(2, byNumber.missing());
    assertEquals(0.5, byNumber.mean().orElseThrow(), 1e-12);
  }

  @Test
  void manyDomainsEndInOneBinForTheRest() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT 'a' AS text, 'http://x.site' || (i % 1500) || '.com/' AS url"
                + " FROM range(3000) t(i)",
            folder.resolve("d.parquet"));

    Facet domains = profile(file).facet("domain").orElseThrow();

    assertEquals(1001, domains.bins().size());
    assertEquals(new Bin("(other)", 1000, 1 / 3.0), domains.bins().getLast());
  }

  @Test
  void weirdTextBreaksNothing() throws IOException {
    Path csv =
        Tables.text(
            folder.resolve("w.csv"),
            "url,text\n"
                + "u,\"a\u0000woman\"\n"
                + "u,\"quoted\n"
                + "new \"\"woman\"\" line\"\n"
                + "u,'; DROP TABLE x; --\n"
                + "u,\ufffd\u202e woman\u200b\n");
    Path json =
        Tables.text(
            folder.resolve("w.jsonl"), "{\"text\":\"a\\u0000woman\"}\n{\"text\":[\"woman\"]}\n");

    assertEquals(3, profile(csv).mentions().get("women"));
    assertEquals(4, profile(csv).rows());
    assertEquals(2, profile(json).mentions().get("women"));
  }

  @Test
  void columnsNamedLikeSqlAreProfiled() {
    String name = "\"; DROP TABLE plumbline_groups; --'";
    String query = "SELECT 'a woman' AS " + Sql.identifier(name) + ", 'x' AS \"select\"";
    for (Path file : everyFormat(query, "sql")) {
      Manifest manifest =
          new ManifestReader(engine)
              .read(Tables.source(Map.of(ColumnRole.CAPTION, name), file), new Cancellation());
      assertEquals(1, profile(manifest).mentions().get("women"), file.toString());
    }
  }

  @Test
  void noRowsAndOnlyNullsAreValidManifests() {
    for (String where : List.of("false", "true")) {
      String query = "SELECT NULL::VARCHAR AS text, NULL::DOUBLE AS similarity WHERE " + where;
      CompositionResult result =
          profile(Tables.parquet(engine, query, folder.resolve(where + ".parquet")));
      long rows = where.equals("true") ? 1 : 0;
      assertEquals(rows, result.rows());
      assertEquals(0, result.mentions().get("women"));
      Facet similarity = result.facet("similarity").orElseThrow();
      assertEquals(rows, similarity.missing());
      assertEquals(List.of(), similarity.bins());
      assertTrue(similarity.mean().isEmpty());
      assertTrue(result.associations().getFirst().logOddsRatio().isEmpty());
      assertTrue(result.associations().getFirst().reason().isPresent());
    }
  }

  @Test
  void faultyRowsAndLinesAreRejectsWithTheirNumber() throws IOException {
    Path csv =
        Tables.text(
            folder.resolve("r.csv"),
            "url,text\nu,a woman\nonly one\nu,x,y,z\nu,\"open \"x\nu,a man\n");
    Path json =
        Tables.text(
            folder.resolve("r.jsonl"),
            "{\"text\":\"a woman\"}\nno json\n[1]\n{\"text\":\"a man\"}\n{\"text\":\"cut");

    CompositionResult delimited = profile(csv);
    assertEquals(2, delimited.rows());
    assertEquals(3, delimited.rejects().stream().mapToLong(Reject::rows).sum());
    assertTrue(
        delimited.rejects().getFirst().reason().contains("r.csv"),
        delimited.rejects().getFirst().reason());
    CompositionResult lines = profile(json);
    assertEquals(2, lines.rows());
    assertEquals(3, lines.rejects().getFirst().rows());
    assertEquals(csv.toString(), delimited.rejects().getFirst().file());
    assertEquals(1, lines.mentions().get("men"));
    assertEquals(0, lines.facet("captionWords").orElseThrow().missing());
  }

  @Test
  void shardsThatDisagreeOnColumnsAndTypesAreUnited() {
    Tables.parquet(
        engine,
        "SELECT 'a woman' AS TEXT, 300::INTEGER AS WIDTH, 200::INTEGER AS HEIGHT",
        folder.resolve("1.parquet"));
    Tables.parquet(
        engine,
        "SELECT 100::DOUBLE AS WIDTH, '200' AS HEIGHT, 'success' AS status, 'a man' AS text",
        folder.resolve("2.parquet"));

    CompositionResult result = profile(folder);

    assertEquals(2, result.rows());
    assertEquals(0, result.failed());
    assertEquals(1, result.mentions().get("women"));
    assertEquals(1, result.mentions().get("men"));
    assertEquals(150, result.facet("resolution").orElseThrow().mean().orElseThrow());
  }

  private List<Path> shards(int n) {
    List<Path> shards = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      shards.add(
          Tables.copy(
              engine,
              "SELECT 'a woman number ' || (i * 7919 % 100003) AS text, i AS key"
                  + " FROM range(5000) t(i)",
              folder.resolve("part" + i + ".parquet"),
              "FORMAT parquet, COMPRESSION zstd"));
    }
    return shards;
  }

  private static void damage(Path file) throws IOException {
    try (RandomAccessFile data = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] garbage = new byte[2000];
      new Random(1).nextBytes(garbage);
      data.seek(60);
      data.write(garbage);
    }
  }

  @Test
  void aDamagedPageCostsOnlyItsOwnFile() throws IOException {
    List<Path> shards = shards(5);
    damage(shards.get(1));
    damage(shards.get(3));
    Manifest manifest = read(folder);
    assertEquals(5, manifest.files().size());

    CompositionResult result = profile(manifest);

    assertEquals(15_000, result.rows());
    assertEquals(15_000, result.mentions().get("women"));
    assertEquals(3, result.files());
    assertEquals(
        List.of(shards.get(1).toString(), shards.get(3).toString()),
        result.rejects().stream().map(Reject::file).sorted().toList());
    for (Reject reject : result.rejects()) {
      assertEquals(5000, reject.rows());
      assertTrue(reject.reason().startsWith(reject.file()), reject.reason());
    }
  }

  @Test
  void filesRemovedOrCutAfterOpeningCostOnlyThemselves() throws IOException {
    List<Path> shards = shards(4);
    Manifest manifest = read(folder);
    Files.delete(shards.get(0));
    byte[] bytes = Files.readAllBytes(shards.get(2));
    Files.write(shards.get(2), Arrays.copyOf(bytes, bytes.length / 2));

    CompositionResult result = profile(manifest);

    assertEquals(10_000, result.rows());
    assertEquals(
        List.of(shards.get(0).toString(), shards.get(2).toString()),
        result.rejects().stream().map(Reject::file).sorted().toList());
  }

  @Test
  void aFileInAnotherEncodingThatVanishesCostsOnlyItself() throws IOException {
    Path latin =
        Files.write(folder.resolve("a.csv"), "url,text\nu,caf\u00e9 woman\n".getBytes(ISO_8859_1));
    Tables.text(folder.resolve("b.csv"), "url,text\nu,a woman\n");
    Manifest manifest = read(folder);
    assertEquals(2, profile(manifest).mentions().get("women"));
    Files.delete(latin);

    CompositionResult result = profile(manifest);

    assertEquals(1, result.mentions().get("women"));
    assertEquals(latin.toString(), result.rejects().getFirst().file());
  }

  @Test
  void ifNoFileIsLeftTheFirstReasonIsTold() throws IOException {
    Path shard = shards(1).getFirst();
    Manifest manifest = read(folder);
    Files.delete(shard);

    String sentence = assertThrows(PlumblineException.class, () -> profile(manifest)).getMessage();
    assertTrue(sentence.contains("part0.parquet"), sentence);
  }

  @Test
  void aPackedFileCutInTheMiddleIsAReject() throws IOException {
    String rows = "SELECT 'woman ' || hash(i) AS text, hash(i * 3) AS key FROM range(20000) t(i)";
    Path whole =
        Tables.copy(engine, rows, folder.resolve("a.csv.gz"), "FORMAT csv, COMPRESSION gzip");
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("b.csv.gz"), Arrays.copyOf(bytes, bytes.length / 2));

    CompositionResult result = profile(folder);

    assertEquals(20_000, result.rows());
    assertEquals(cut.toString(), result.rejects().getFirst().file());
  }

  @Test
  void withoutACaptionColumnTheSentenceNamesTheColumns() throws IOException {
    Path file =
        Tables.text(folder.resolve("n.csv"), "url,size\nhttp://a.org/1,5\nhttp://a.org/2,6\n");

    String sentence = assertThrows(PlumblineException.class, () -> profile(file)).getMessage();
    assertTrue(sentence.contains("n.csv") && sentence.contains("url, size"), sentence);
  }

  @Test
  @Timeout(60)
  void aProfileIsCancelledWithinASecond() throws InterruptedException {
    Path file =
        Tables.parquet(
            engine,
            "SELECT 'a woman in a lovely living room ' || i AS text FROM range(3000000) t(i)",
            folder.resolve("big.parquet"));
    Manifest manifest = read(file);
    Cancellation cancellation = new Cancellation();
    long[] cancelled = new long[1];
    Thread canceller =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    Thread.sleep(400);
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                  cancelled[0] = System.nanoTime();
                  cancellation.cancel();
                });
    assertThrows(
        CancellationException.class,
        () ->
            new CompositionProfiler(engine)
                .profile(
                    manifest, new CompositionSettings(LEXICON), Progress.none(), cancellation));
    canceller.join();
    assertTrue((System.nanoTime() - cancelled[0]) / 1e9 < 1);
  }

  @Test
  void profilesOfOneEngineRunSideBySide() {
    List<Manifest> manifests = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      manifests.add(
          read(
              Tables.copy(
                  engine,
                  "SELECT 'a woman ' || i AS text FROM range(" + i * 5000 + ") t(i)",
                  folder.resolve("m" + i + ".csv"),
                  "FORMAT csv")));
    }
    List<Long> mentions =
        manifests.parallelStream().map(m -> profile(m).mentions().get("women")).toList();

    assertEquals(List.of(5000L, 10_000L, 15_000L, 20_000L), mentions);
  }

  @Test
  void progressRisesToItsEnd() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT 'a woman ' || i AS text FROM range(300000) t(i)",
            folder.resolve("p.parquet"));
    List<Long> done = new ArrayList<>();
    new CompositionProfiler(engine)
        .profile(
            read(file),
            new CompositionSettings(LEXICON),
            (_, finished, total) -> {
              assertEquals(1000, total);
              synchronized (done) {
                done.add(finished);
              }
            },
            new Cancellation());
    assertEquals(1000, done.getLast());
    assertEquals(done.stream().sorted().toList(), done);
  }

  @Test
  void theSameFilesGiveTheSameBitsTwice() {
    Path file =
        Tables.parquet(
            engine,
            "SELECT 'woman ' || i AS text, random() AS similarity FROM range(200000) t(i)",
            folder.resolve("r.parquet"));

    assertEquals(profile(file), profile(file));
  }

  @Test
  void theSampleManifestIsTheSameInItsThreeFormats() {
    Path folder = Path.of("sample-data", "manifests");
    Assumptions.assumeTrue(
        Files.exists(folder.resolve("balanced.jsonl")), "Skipped: no sample manifests here.");
    Lexicon lexicon = LexiconReader.bundled("sample");
    List<CompositionResult> results = new ArrayList<>();
    for (String suffix : List.of("parquet", "csv", "jsonl")) {
      results.add(
          new CompositionProfiler(engine)
              .profile(
                  read(folder.resolve("balanced." + suffix)),
                  new CompositionSettings(lexicon),
                  Progress.none(),
                  new Cancellation()));
    }
    CompositionResult first = results.getFirst();
    List<String> captions = new ArrayList<>();
    try (QuerySession session = engine.session()) {
      session.query(
          "SELECT text FROM 'sample-data/manifests/balanced.parquet' WHERE text IS NOT NULL"
              + " AND status = 'success'",
          new Cancellation(),
          row -> captions.add(row.text(1)));
    }
    ReferenceProfile reference = new ReferenceProfile(lexicon, captions);
    assertEquals(reference.mentions(), first.mentions());
    assertEquals(reference.terms(), first.terms());
    assertEquals(reference.cells(), cells(first));
    for (CompositionResult result : results) {
      assertTrue(result.rows() >= 6000);
      assertEquals(first.failed(), result.failed());
      assertEquals(first.mentions(), result.mentions());
      assertEquals(first.terms(), result.terms());
      assertEquals(first.associations(), result.associations());
      assertEquals(first.facets(), result.facets());
    }
  }
}
