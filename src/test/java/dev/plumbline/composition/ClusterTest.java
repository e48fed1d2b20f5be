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
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
  private static Process server;
  private static EngineAddress address;
  private static DuckDbEngine embedded;
  private static QueryEngine cluster;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    ProcessBuilder start =
        new ProcessBuilder("packaging/spark-server/start.sh", Integer.toString(port))
            .redirectErrorStream(true)
            .redirectOutput(new File("target/spark-server.log"));
    start.environment().put("JAVA_HOME", System.getProperty("java.home"));
    server = start.start();
    for (int i = 0; i < 360 && server.isAlive() && !listens(port); i++) {
      Thread.sleep(500);
    }
    address = EngineAddress.parse("sc://127.0.0.1:" + port);
    embedded = DuckDbEngine.open();
    cluster = address.open(EngineSettings.defaults());
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @AfterAll
  static void stop() {
    if (cluster != null) {
      cluster.close();
    }
    if (embedded != null) {
      embedded.close();
    }
    server.destroy();
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
    WhatIfResult[] results = new WhatIfResult[2];
    QueryEngine[] engines = {embedded, cluster};
    String filter = "not domain in ('github.io', 'www.ck', '公司.cn', 'a.com', 'www.com.br')";
    for (int i = 0; i < 2; i++) {
      Manifest manifest = engines[i].read(Tables.source(file), new Cancellation());
      WhatIfSettings settings = whatIf(filter, Optional.empty());
      results[i] =
          new WhatIf(engines[i]).scan(manifest, settings, Progress.none(), new Cancellation());
    }
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
