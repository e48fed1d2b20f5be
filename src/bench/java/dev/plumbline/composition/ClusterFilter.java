package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QueryEngine;
import dev.plumbline.manifest.QuerySession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How much longer does a filter by domain take on a cluster than the same count without one?
///
/// Starts a real Spark Connect server on loopback and asks it for the what-if of a made-up manifest
/// of 300,000 hosts, one in fifty of them in Punycode, with no filter and with one by similarity,
/// by host, by domain and by 2,000 domains. Prints the shortest of three each and its ratio to the
/// count without a filter, and whether the embedded engine keeps as many rows.
///
/// Run: `./mvnw -q -Pspark test-compile exec:exec@bench
/// -Dbench='--add-opens=java.base/java.nio=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
/// -Dfilter.rows=1000000 dev.plumbline.composition.ClusterFilter'`.
final class ClusterFilter {
  private static final String LONG =
      IntStream.range(0, 2000)
          .mapToObj(i -> "'s" + i + ".de'")
          .collect(Collectors.joining(", ", "not domain in (", ")"));
  private static final Map<String, String> FILTERS =
      Map.of(
          "1 similarity", "similarity >= 0.3",
          "2 host", "not host in ('www.s6.net', 'bücher.example')",
          "3 domain", "not domain in ('s6.net', 's11.co.uk', 'bücher.example')",
          "4 tld", "not tld in ('uk', 'рф')",
          "5 2,000 domains", LONG);

  private ClusterFilter() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    long rows = Long.getLong("filter.rows", 1_000_000);
    Path file = Files.createTempFile("cluster-filter", ".parquet");
    try (SparkServer server = SparkServer.start();
        DuckDbEngine embedded = DuckDbEngine.open();
        QueryEngine cluster = server.address().open(EngineSettings.defaults())) {
      generate(embedded, rows, file);
      ManifestSource source =
          new ManifestSource(new DatasetId("generated"), List.of(file.toString()), Map.of());
      Manifest far = cluster.read(source, new Cancellation());
      Manifest near = embedded.read(source, new Cancellation());
      double plain = seconds(() -> kept(cluster, far, new Filter.All()));
      System.out.printf("%,d rows, no filter: %.2f s%n", rows, plain);
      FILTERS.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              each -> {
                Filter filter = Filter.parse(each.getValue());
                double taken = seconds(() -> kept(cluster, far, filter));
                System.out.printf(
                    "%s: %.2f s, %.2f times the plain count; same rows as embedded: %s%n",
                    each.getKey(),
                    taken,
                    taken / plain,
                    kept(cluster, far, filter) == kept(embedded, near, filter));
              });
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static long kept(QueryEngine engine, Manifest manifest, Filter filter) {
    Lexicon lexicon = new Lexicon("none", Map.of(), Map.of(), List.of());
    return new WhatIf(engine)
        .scan(
            manifest,
            new WhatIfSettings(lexicon, RowSelection.of(filter)),
            Progress.none(),
            new Cancellation())
        .kept();
  }

  /// The shortest of three.
  private static double seconds(Runnable work) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long start = System.nanoTime();
      work.run();
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  static void generate(DuckDbEngine engine, long rows, Path file) throws IOException {
    Files.delete(file);
    String host =
        "CASE WHEN i % 50 = 0 THEN 'xn--bcher-kva.example' ELSE"
            + " list_extract(['www.s', 'cdn.s', 's', 'i.img.s'], 1 + CAST(i % 4 AS INTEGER)) ||"
            + " CAST(hash(i) % 75000 AS VARCHAR) || list_extract(['.com', '.net', '.co.uk', '.de',"
            + " '.github.io'], 1 + CAST(i % 5 AS INTEGER)) END";
    String query =
        "SELECT 'https://' || %s || '/images/' || i || '.jpg' AS URL, 'a picture of ' || i AS TEXT,"
            + " 0.2 + (hash(i) %% 1000) / 5000.0 AS similarity FROM range(%d) AS r(i)";
    try (QuerySession session = engine.session()) {
      session.execute(
          "COPY (%s) TO '%s' (FORMAT parquet)".formatted(query.formatted(host, rows), file));
    }
  }
}
