package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.AssociationSettings;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.EngineAddress;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.Preview;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Sql;
import dev.plumbline.manifest.Tables;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.study.RunListener;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Starts a real Spark Connect server on loopback and holds it against the embedded engine.
@Tag("spark")
@Timeout(240)
class ClusterTest {
  private static final String CAPTION =
      """
      (SELECT string_agg(p, '') FROM (SELECT list_extract(
        ['woman', 'Women', ' SHE ', 'Frau ', 'Frauen', 'man', 'men ', 'he', 'lovely', 'living room',
         'Living  room', 'awful', 'c++', 'C++', 'ÉTÉ', 'été', '女性が', ' the ', '_', '-', ' ', ' ',
         ' ', ', ', '日本', '👩', chr(10), chr(160), chr(12288), 'it''s', 'ſhe', 'ß', 'İ', 'a\\d', '٣'],
        1 + CAST(hash(i * 31 + k) % 35 AS INTEGER)) AS p FROM range(8) r(k)))\
      """;

  @TempDir static Path folder;
  private static SparkServer server;
  private static EngineAddress address;
  private static DuckDbEngine embedded;
  private static QueryEngine cluster;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = SparkServer.start();
    address = server.address();
    embedded = DuckDbEngine.open();
    cluster = address.open(EngineSettings.defaults());
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
    if (embedded != null) {
      embedded.close();
    }
    server.close();
  }

  private static Lexicon lexicon() {
    Map<String, TermList> terms = new LinkedHashMap<>();
    terms.put("women", new TermList(List.of("woman", "women", "she", "Frau"), false));
    terms.put("men", new TermList(List.of("man", "men", "he"), false));
    terms.put("good", new TermList(List.of("lovely", "living room", "été"), false));
    terms.put("bad", new TermList(List.of("awful", "c++", "it's"), false));
    terms.put("女", new TermList(List.of("女性", "oma"), true));
    terms.put("never", new TermList(List.of("zzzz"), false));
    return new Lexicon(
        "test",
        terms,
        Map.of(),
        List.of(new LexiconTest(new TestId("valence"), "women", "men", "good", "bad")));
  }

  private static CompositionResult profile(QueryEngine engine, Path... files) {
    ManifestSource source = Tables.source(files);
    Manifest manifest = engine.read(source, new Cancellation());
    return new CompositionProfiler(engine)
        .profile(manifest, new CompositionSettings(lexicon()), Progress.none(), new Cancellation());
  }

  private static void assertSame(CompositionResult expected, CompositionResult actual) {
    assertEquals(expected.rows(), actual.rows());
    assertEquals(expected.failed(), actual.failed());
    assertEquals(expected.files(), actual.files());
    assertEquals(expected.bytes(), actual.bytes());
    assertEquals(expected.columns(), actual.columns());
    assertEquals(expected.mentions(), actual.mentions());
    assertEquals(expected.terms(), actual.terms());
    assertEquals(expected.associations(), actual.associations());
    assertEquals(expected.coOccurrence(), actual.coOccurrence());
    assertEquals(expected.contrasts(), actual.contrasts());
    assertEquals(expected.duplicates(), actual.duplicates());
    assertEquals(expected.facets().size(), actual.facets().size());
    for (int i = 0; i < expected.facets().size(); i++) {
      Facet one = expected.facets().get(i);
      Facet other = actual.facets().get(i);
      assertEquals(one.name(), other.name());
      assertEquals(one.bins(), other.bins(), one.name());
      assertEquals(one.missing(), other.missing(), one.name());
      assertEquals(one.mean().isPresent(), other.mean().isPresent(), one.name());
      assertEquals(one.mean().orElse(0), other.mean().orElse(0), 1e-9, one.name());
    }
  }

  private static Path laion(String name, int from, int to, String side) {
    return Tables.parquet(
        embedded,
        """
        SELECT i AS SAMPLE_ID,
          CASE WHEN i % 11 = 0 THEN NULL WHEN i % 13 = 0 THEN 'no address'
            ELSE 'https://user@I' || i % 5 || '.Site' || i % 7 || '.co.uk.:80/x?y' END AS URL,
          CASE WHEN i % 17 = 0 THEN NULL ELSE CAPTION END AS TEXT,
          CAST(CASE WHEN i % 9 = 0 THEN NULL ELSE i % 1500 END AS SIDE) AS WIDTH,
          CAST(hash(i) % 1300 AS SIDE) AS HEIGHT,
          CAST((hash(i * 3) % 10000) / 20000.0 AS FLOAT) AS similarity,
          CASE WHEN i % 5 = 0 THEN 'UNSURE' WHEN i % 5 = 1 THEN '0.25' WHEN i % 5 = 2 THEN '1d'
            WHEN i % 5 = 3 THEN 'nan' END AS NSFW,
          CASE WHEN i % 4 = 0 THEN 'en' WHEN i % 4 = 1 THEN ' ja ' WHEN i % 4 = 2 THEN '' END AS LANGUAGE,
          [[0.1, 0.2], [0.3, 0.4]][1:CAST(i % 3 AS INTEGER)] AS face_bboxes,
          'taken ' || (1990 + i % 40) || '-01-02' AS year
        FROM range(FROM_ROW, TO_ROW) t(i)
        """
            .replace("CAPTION", CAPTION)
            .replace("SIDE", side)
            .replace("FROM_ROW", Integer.toString(from))
            .replace("TO_ROW", Integer.toString(to)),
        folder.resolve(name));
  }

  @Test
  void countsAreTheSameOnTheSameParquet() {
    Path one = laion("part one.parquet", 0, 2500, "INTEGER");
    Path two = laion("part[2]{x}é.parquet", 2500, 4000, "INTEGER");
    assertSame(profile(embedded, one, two), profile(cluster, one, two));
  }

  /// Texts are kept by the same hash, however they are written: captions with marks, spaces and
  /// several scripts, addresses and the numbers of samples.
  @ParameterizedTest
  @ValueSource(longs = {5000, 1000, 300})
  void repeatsAreTheSameCountedAndSampled(long most) {
    Path file = folder.resolve("repeats.parquet");
    if (!Files.exists(file)) {
      laion("repeats.parquet", 0, 4000, "INTEGER");
    }
    List<List<Duplicates>> found = new ArrayList<>();
    for (QueryEngine engine : List.of(embedded, cluster)) {
      Manifest manifest = engine.read(Tables.source(file), new Cancellation());
      found.add(
          new CompositionProfiler(engine, most)
              .profile(
                  manifest, new CompositionSettings(lexicon()), Progress.none(), new Cancellation())
              .duplicates());
    }
    assertEquals(found.getFirst(), found.getLast());
    assertTrue(found.getFirst().size() >= 2);
    Duplicates captions = found.getFirst().get(1);
    assertEquals(DuplicateKey.CAPTION, captions.key());
    assertEquals(most == 5000, captions.exact());
    assertTrue(captions.kept() > 0);
    Duplicates addresses = found.getFirst().getFirst();
    assertTrue(
        addresses.exact()
            ? addresses.kept() < addresses.keptRows()
            : addresses.kept() <= addresses.keptRows());
  }

  @Test
  void shardsOfDifferentTypesAndTruncatedOnesAreTheSame() throws IOException {
    Path parts = Files.createDirectories(folder.resolve("mixed"));
    laion("mixed/a.parquet", 0, 800, "INTEGER");
    laion("mixed/b.parquet", 800, 1500, "DOUBLE");
    byte[] whole = Files.readAllBytes(laion("mixed/c.parquet", 1500, 2000, "INTEGER"));
    Files.write(parts.resolve("c.parquet"), Arrays.copyOf(whole, whole.length / 2));
    CompositionResult expected = profile(embedded, parts);
    CompositionResult actual = profile(cluster, parts);
    assertEquals(1, actual.rejects().size());
    assertTrue(actual.rejects().getFirst().file().endsWith("c.parquet"));
    assertEquals(1500, actual.rows());
    assertSame(expected, actual);
  }

  @Test
  void scriptsAreTheSame() {
    Random random = new Random(11);
    String captions =
        IntStream.range(0, 4000)
            .mapToObj(i -> "(" + Sql.literal(CaptionScriptTest.random(random)) + ")")
            .collect(Collectors.joining(", "));
    Path file =
        Tables.parquet(
            embedded,
            "SELECT c AS caption FROM (VALUES (NULL), %s) v(c)".formatted(captions),
            folder.resolve("scripts.parquet"));
    CompositionResult expected = profile(embedded, file);
    assertTrue(expected.facet("script").orElseThrow().bins().size() > 28);
    assertEquals(1, expected.facet("script").orElseThrow().missing());
    assertSame(expected, profile(cluster, file));
  }

  @Test
  void domainsAreTheSame() {
    List<String> rules = PublicSuffixesTest.rules();
    Random random = new Random(12);
    List<String> urls =
        new ArrayList<>(
            List.of("http://10.0.0.1/", "https://[::1]/", "http://localhost/", "http://a..b.com/"));
    for (int i = 0; i < 6000; i++) {
      String host = PublicSuffixesTest.random(random, rules);
      host = i % 4 == 0 ? PunycodeTest.written(random) + "." + host : host;
      urls.add("http://" + (i % 3 == 0 ? host.toUpperCase(Locale.ROOT) + ".:8080" : host) + "/x");
    }
    String rows =
        urls.stream().map(url -> "(" + Sql.literal(url) + ")").collect(Collectors.joining(", "));
    Path file =
        Tables.parquet(
            embedded,
            "SELECT u AS url, 'a' AS caption FROM (VALUES (NULL), %s) v(u)".formatted(rows),
            folder.resolve("domains.parquet"));
    CompositionResult expected = profile(embedded, file);
    assertEquals(1001, expected.facet("domain").orElseThrow().bins().size());
    assertTrue(expected.facet("tld").orElseThrow().bins().size() > 500);
    assertEquals(1, expected.facet("domain").orElseThrow().missing());
    assertSame(expected, profile(cluster, file));
    for (String filter :
        List.of(
            "not domain in ('github.io', 'www.ck', '公司.cn', 'a.com', 'www.com.br')",
            "tld in ('uk', 'РФ', 'xn--p1ai', 'io')",
            "tld in ('(address)', '(none)', 'jp')",
            "domain in ('10.0.0.1', 'localhost', 'a..b.com', '[::1]')")) {
      sameUnder(filter, file);
    }
  }

  private static void sameUnder(String filter, Path file) {
    WhatIfResult[] results = new WhatIfResult[2];
    QueryEngine[] engines = {embedded, cluster};
    for (int i = 0; i < 2; i++) {
      Manifest manifest = engines[i].read(Tables.source(file), new Cancellation());
      WhatIfSettings settings = whatIf(filter, Optional.empty());
      results[i] =
          new WhatIf(engines[i]).scan(manifest, settings, Progress.none(), new Cancellation());
    }
    assertTrue(results[0].kept() > 0, filter);
    assertSame(results[0], results[1]);
  }

  private static WhatIfSettings whatIf(String filter, Optional<DuplicateKey> dedupe) {
    return new WhatIfSettings(lexicon(), new RowSelection(Filter.parse(filter), dedupe));
  }

  private static void assertSame(WhatIfResult expected, WhatIfResult actual) {
    assertEquals(expected.used(), actual.used());
    assertEquals(expected.failed(), actual.failed());
    assertEquals(expected.kept(), actual.kept());
    assertEquals(expected.resolved(), actual.resolved());
    assertEquals(expected.groups(), actual.groups());
    assertEquals(expected.terms(), actual.terms());
    assertEquals(expected.associations(), actual.associations());
    assertEquals(expected.sample(), actual.sample());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "words >= 3 and characters < 40",
        "similarity >= 0.25",
        "similarity top 30%",
        "caption mentions list women",
        "caption has word in ('SHE', 'été', 'c++', '女性が', 'a\\d', 'it''s')",
        "not caption mentions list 女",
        "caption mentions list women or caption mentions 'living room' and not caption mentions"
            + " 'c++'",
        "caption mentions list men and words >= 2 and similarity top 50%",
        "script in ('Latn', 'mixed')",
        "language in ('en', 'JA ')",
        "language is missing or nsfw is missing",
        "nsfw >= 0.2",
        "side >= 200 and elongation <= 3",
        "aspect < 1",
        "faces = 1",
        "year >= 2000",
        "domain in ('site1.co.uk', 'site3.co.uk')",
        "tld in ('uk')  and domain in ('site1.co.uk')",
        "\"SAMPLE_ID\" < 100"
      })
  void filtersKeepTheSameRows(String filter) {
    Path file = folder.resolve("filtered.parquet");
    if (!Files.exists(file)) {
      laion("filtered.parquet", 0, 3000, "INTEGER");
    }
    WhatIfResult[] results = new WhatIfResult[2];
    WhatIfResult[] estimates = new WhatIfResult[2];
    QueryEngine[] engines = {embedded, cluster};
    WhatIfSettings settings =
        whatIf(
            filter,
            filter.startsWith("similarity") ? Optional.of(DuplicateKey.URL) : Optional.empty());
    for (int i = 0; i < 2; i++) {
      Manifest manifest = engines[i].read(Tables.source(file), new Cancellation());
      results[i] =
          new WhatIf(engines[i]).scan(manifest, settings, Progress.none(), new Cancellation());
      try (WhatIfSample sample =
          WhatIfSample.draw(engines[i], manifest, 1000, 7, _ -> {}, new Cancellation())) {
        estimates[i] = sample.estimate(settings, new Cancellation());
      }
    }
    assertTrue(results[0].kept() > 0 && results[0].kept() < results[0].used(), filter);
    assertSame(results[0], results[1]);
    assertTrue(estimates[0].sample().isPresent());
    assertSame(estimates[0], estimates[1]);
  }

  @Test
  void fieldsOfNestedColumnsAndDuplicatesAreTheSame() {
    Path file =
        Tables.parquet(
            embedded,
            "SELECT {'caption': 'a woman ' || i % 50, 'deep': {'url': 'http://a.example/' || i %"
                + " 30}} AS meta FROM range(200) t(i)",
            folder.resolve("nested.parquet"));
    CompositionResult expected = profile(embedded, file);
    assertEquals("meta.caption", expected.columns().get(ColumnRole.CAPTION));
    assertSame(expected, profile(cluster, file));
  }

  @Test
  void theFirstRowsComeBack() {
    Path file = laion("preview.parquet", 0, 900, "INTEGER");
    Manifest manifest = cluster.read(Tables.source(file), new Cancellation());
    Preview preview = cluster.preview(manifest, 200, new Cancellation());
    assertEquals(200, preview.rows().size());
    assertEquals("SAMPLE_ID", preview.columns().getFirst());
    Preview here =
        embedded.preview(
            embedded.read(Tables.source(file), new Cancellation()), 200, new Cancellation());
    assertEquals(
        here.rows().stream().map(List::getFirst).toList(),
        preview.rows().stream().map(List::getFirst).toList());
  }

  /// Uids byte by byte, rows and weights value by value and in the same types.
  @Test
  void whatIsSavedIsTheSame() throws IOException {
    Path file =
        Tables.parquet(
            embedded,
            """
            SELECT md5(CAST(i % 2500 AS VARCHAR)) || CASE WHEN i % 97 = 0 THEN 'x' ELSE '' END AS uid,
              CASE WHEN i % 50 = 0 THEN '=run' || i ELSE 'http://p.example/' || i END AS url,
              CASE WHEN i % 4 = 0 THEN 'a woman' ELSE '犬 "dog", ''here'' \\' || chr(10) || i END AS text,
              CAST(i AS FLOAT) / 7 AS similarity, 1 / CAST(i + 1 AS DOUBLE) AS "Odd "" name",
              CASE WHEN i % 5 = 0 THEN 'NaN'::DOUBLE WHEN i % 5 = 1 THEN '-Infinity' END AS edge,
              [[0.1 * i, NULL], [1.0 / 3 + i]][1:CAST(i % 3 AS INTEGER)]::DOUBLE[][] AS face_bboxes,
              {'a b': i, 'deep': {'x': [CAST(i AS VARCHAR), NULL]}, 'f': CAST(i AS FLOAT) / 3} AS meta,
              MAP {'k' || i % 3: i} AS counts, i % 2 = 0 AS flag, CAST(i % 100 AS TINYINT) AS tiny,
              CAST(i * 1.005 AS DECIMAL(18, 3)) AS price, DATE '2020-01-01' + CAST(i AS INTEGER) AS day,
              TIMESTAMP '2020-01-01 00:00:00.123456' + INTERVAL (i) MINUTE AS local,
              TIMESTAMPTZ '2020-01-01 00:00:00.5+02' + INTERVAL (i) MINUTE AS instant
            FROM range(4000) t(i)
            """,
            folder.resolve("saved.parquet"));
    QueryEngine[] engines = {embedded, cluster};
    String[] names = {"here", "far"};
    WhatIfSettings settings =
        new WhatIfSettings(
            lexicon(),
            new RowSelection(Filter.parse("similarity >= 20"), Optional.of(DuplicateKey.URL)),
            TargetMix.parse(List.of("women=0.5"), OptionalDouble.empty()));
    List<Object> told = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      Manifest manifest = engines[i].read(Tables.source(file), new Cancellation());
      SubsetFiles files = new SubsetFiles(engines[i], manifest, settings);
      WeightFiles weights = new WeightFiles(engines[i], manifest);
      WhatIfResult counted =
          new WhatIf(engines[i]).scan(manifest, settings, Progress.none(), new Cancellation());
      Path out = folder.resolve(names[i]);
      told.add(
          List.of(
              files.writeUids(out.resolve("u.npy"), Progress.none(), new Cancellation()),
              files.writeRows(out.resolve("r.parquet"), Progress.none(), new Cancellation()),
              weights.write(counted, out.resolve("w.parquet"), Progress.none(), new Cancellation()),
              weights.write(counted, out.resolve("w.csv"), Progress.none(), new Cancellation())));
    }
    assertEquals(told.get(0), told.get(1));
    assertEquals(-1, Files.mismatch(folder.resolve("here/u.npy"), folder.resolve("far/u.npy")));
    for (String name : List.of("r.parquet", "w.parquet", "w.csv")) {
      String here = "'" + folder.resolve("here/" + name) + "'";
      String far = "'" + folder.resolve("far/" + name) + "'";
      assertEquals(texts("DESCRIBE FROM " + here), texts("DESCRIBE FROM " + far), name);
      assertTrue(texts("FROM " + here).size() > 100);
      for (String each : List.of("(FROM %s) EXCEPT ALL (FROM %s) LIMIT 3")) {
        assertEquals(List.of(), texts(each.formatted(here, far)), name);
        assertEquals(List.of(), texts(each.formatted(far, here)), name);
      }
    }
  }

  private static List<String> texts(String sql) {
    List<String> rows = new ArrayList<>();
    try (QuerySession session = embedded.session()) {
      session.query(
          "SELECT CAST(q AS VARCHAR) FROM (" + sql + ") AS q",
          new Cancellation(),
          row -> rows.add(row.text(1)));
    }
    return rows;
  }

  /// Half a million rows of 480 bytes, more than twice what the heap may hold.
  @Test
  void rowsPassThroughInBoundedMemory() {
    try (QuerySession session = cluster.session()) {
      long[] rows = new long[2];
      long[] most = new long[1];
      session.stream(
          "SELECT id, repeat(CAST(id AS STRING), 80) AS text FROM range(500000)",
          new Cancellation(),
          _ -> {},
          row -> {
            rows[0]++;
            rows[1] += row.text(2).length();
            if (rows[0] % 50_000 == 0) {
              System.gc();
              Runtime runtime = Runtime.getRuntime();
              most[0] = Math.max(most[0], runtime.totalMemory() - runtime.freeMemory());
            }
          });
      assertEquals(500_000, rows[0]);
      assertTrue(rows[1] > 200_000_000L);
      assertTrue(most[0] < 120_000_000L, most[0] + " bytes");
    }
  }

  /// Whoever stops taking rows is let go at once, and nothing half-written stays.
  @Test
  void savingIsCancelledWithinASecond() {
    Path file = laion("cancelled.parquet", 0, 3000, "INTEGER");
    Path saved = folder.resolve("cancelled/rows.parquet");
    Cancellation cancellation = new Cancellation();
    Manifest manifest = cluster.read(Tables.source(file), new Cancellation());
    SubsetFiles files =
        new SubsetFiles(
            cluster, manifest, new WhatIfSettings(lexicon(), RowSelection.of(Filter.parse("all"))));
    Thread.ofPlatform()
        .start(
            () -> {
              try {
                Thread.sleep(300);
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
              cancellation.cancel();
            });
    assertThrows(
        CancellationException.class, () -> files.writeRows(saved, Progress.none(), cancellation));
    assertFalse(Files.exists(saved));
    assertFalse(Files.exists(folder.resolve("cancelled/rows.parquet.part")));
  }

  /// A study counts a manifest where it lies; what it was given to get in is in none of its parts.
  @Test
  void aStudyProfilesAManifestOfTheClusterAndHoldsNoCredentials() throws IOException {
    Path file = laion("study.parquet", 0, 700, "INTEGER");
    EngineAddress secret = EngineAddress.parse(address.text() + "/;x-key=s3cret");
    Engines engines = new Engines("");
    engines.remember(secret);
    ManifestSource source =
        new ManifestSource(
            new DatasetId("far"),
            List.of(file.toString()),
            Map.of(),
            Optional.of(address.text() + "/;x-key=s3cret"));
    assertEquals(Optional.of(address.text()), source.cluster());
    StudyRequest request =
        new StudyRequest(
            "cluster",
            List.of(source),
            lexicon(),
            List.of(),
            BatteryReader.bundled("sample"),
            Optional.empty(),
            List.of(),
            List.of(),
            AssociationSettings.defaults());
    Study study =
        new StudyRunner(RunSettings.defaults(), engines)
            .study(request, RunListener.none(), new Cancellation());
    assertEquals(List.of(), study.result().failures());
    assertSame(profile(embedded, file), study.result().compositions().getFirst());
    assertTrue(study.provenance().inputs().get("manifest far").startsWith("stat:"));
    Path saved = folder.resolve("study.plumb");
    StudyFile.write(saved, study);
    String text = Files.readString(saved);
    assertFalse(text.contains("s3cret"));
    assertTrue(text.contains(address.text()));
    assertEquals(study.request(), StudyFile.read(saved).request());
  }

  @Test
  void aRunningQueryIsCancelledWithinASecond() throws InterruptedException {
    try (QuerySession session = cluster.session()) {
      Cancellation cancellation = new Cancellation();
      Thread canceller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    try {
                      Thread.sleep(1500);
                    } catch (InterruptedException _) {
                      Thread.currentThread().interrupt();
                    }
                    cancellation.cancel();
                  });
      long start = System.nanoTime();
      assertThrows(
          CancellationException.class,
          () ->
              session.query(
                  "SELECT sum(hash(id, id + 1)) FROM range(100000000000)", cancellation, _ -> {}));
      assertTrue((System.nanoTime() - start) / 1e9 < 2.5);
      canceller.join();
    }
  }

  @Test
  void whatIsNotThereIsSaidInASentence() throws IOException {
    Path missing = folder.resolve("nowhere");
    PlumblineException gone =
        assertThrows(PlumblineException.class, () -> profile(cluster, missing));
    assertTrue(gone.getMessage().contains(missing.toString()), gone.getMessage());
    Path text = Tables.text(folder.resolve("texts/a.csv"), "url,caption\nx,y\n").getParent();
    PlumblineException csv = assertThrows(PlumblineException.class, () -> profile(cluster, text));
    assertTrue(csv.getMessage().contains("Parquet"), csv.getMessage());
  }
}
