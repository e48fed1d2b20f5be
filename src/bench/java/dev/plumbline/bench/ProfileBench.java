package dev.plumbline.bench;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSampler;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.EngineSettings;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QuerySession;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Measures the profile of a LAION-like manifest with all bundled lexicons.
///
/// Prints, from one run and the same files: seconds and rows a second of the profile; the ratio to
/// the same aggregates written by hand in DuckDB's SQL ([HandWrittenSql]), with mentions by one
/// regular expression a list and by splitting and joining; whether the counts of all lists are the
/// same; the ratio to pandas from a CSV of the first shard (Python from the property
/// `plumbline.python`, default `python3`); how time grows from one shard to all; the greatest heap;
/// how long a cancellation takes.
///
/// Run: `./mvnw -q test-compile exec:exec@bench -Dbench='-Xmx512m dev.plumbline.bench.ProfileBench
/// FOLDER ROWS'`; the files are made in FOLDER unless they are there, a million rows each.
public final class ProfileBench {
  private final Path folder;
  private final Lexicon lexicon;
  private final DuckDbEngine engine;

  private ProfileBench(Path folder, Lexicon lexicon, DuckDbEngine engine) {
    this.folder = folder;
    this.lexicon = lexicon;
    this.engine = engine;
  }

  /// Entry point: folder, and rows in millions (default 10).
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/bench");
    int shards = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    Lexicon lexicon = LexiconReader.bundled();
    LaionShards.files(folder, shards, lexicon);
    if (arguments.length > 2 && arguments[2].equals("generate")) {
      return;
    }
    EngineSettings defaults = EngineSettings.defaults();
    try (DuckDbEngine engine = DuckDbEngine.open(defaults)) {
      System.out.printf(
          "%d lists, %d terms, %d threads, engine's limit %d MiB, Java's heap %d MiB%n",
          lexicon.terms().size(),
          lexicon.terms().values().stream().mapToInt(list -> list.terms().size()).sum(),
          defaults.threads(),
          defaults.memoryLimitMebibytes(),
          Runtime.getRuntime().maxMemory() >> 20);
      ProfileBench bench = new ProfileBench(folder, lexicon, engine);
      bench.firstLook(shards);
      if (arguments.length > 2 && arguments[2].equals("look")) {
        return;
      }
      bench.measure(shards);
    }
  }

  private void firstLook(int shards) {
    List<String> files = new ArrayList<>();
    for (int shard = 0; shard < shards; shard++) {
      files.add(LaionShards.file(folder, shard).toString());
    }
    ManifestSource source = new ManifestSource(new DatasetId("laion-like"), files, Map.of());
    for (int round = 1; round <= 3; round++) {
      double seconds =
          seconds(
              () -> {
                try (DuckDbEngine own = DuckDbEngine.open()) {
                  Manifest manifest = own.read(source, new Cancellation());
                  new CompositionSampler(own)
                      .estimate(
                          manifest,
                          new CompositionSettings(lexicon),
                          20_000,
                          1,
                          new Cancellation());
                }
              });
      System.out.printf(
          "first look at 16,384 of %d M rows, engine opened, round %d: %.2f s (wanted 1)%n",
          shards, round, seconds);
    }
  }

  private void measure(int shards) throws IOException, InterruptedException {
    Path first = LaionShards.file(folder, 0);
    profile(List.of(first.toString()));
    double one = seconds(() -> profile(List.of(first.toString())));
    report("profile of 1 M rows", one, 1);
    if (shards > 1) {
      CompositionResult[] result = new CompositionResult[1];
      List<String> files = new ArrayList<>();
      for (int shard = 0; shard < shards; shard++) {
        files.add(LaionShards.file(folder, shard).toString());
      }
      double all = seconds(() -> result[0] = profile(files));
      report("profile of " + shards + " M rows", all, shards);
      System.out.printf(
          "growth from 1 to %d M rows: %.2f times the time for %d times the rows%n",
          shards, all / one, shards);
      cancel(files);
    }
    System.out.printf("greatest heap of all this: %d MiB%n", peakHeap() >> 20);
    byHand(first, one);
    pandas(first);
  }

  private CompositionResult profile(List<String> files) {
    return profile(files, new Cancellation());
  }

  private CompositionResult profile(List<String> files, Cancellation cancellation) {
    ManifestSource source = new ManifestSource(new DatasetId("laion-like"), files, Map.of());
    Manifest manifest = engine.read(source, cancellation);
    return new CompositionProfiler(engine)
        .profile(manifest, new CompositionSettings(lexicon), Progress.none(), cancellation);
  }

  private void cancel(List<String> files) throws InterruptedException {
    Cancellation cancellation = new Cancellation();
    AtomicLong ended = new AtomicLong();
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    profile(files, cancellation);
                  } catch (CancellationException _) {
                    ended.set(System.nanoTime());
                  }
                });
    Thread.sleep(1500);
    long asked = System.nanoTime();
    cancellation.cancel();
    thread.join();
    System.out.printf(
        "cancelled 1.5 s after the start: ended after %.0f ms%n", (ended.get() - asked) / 1e6);
  }

  private void byHand(Path shard, double profile) {
    HandWrittenSql sql = new HandWrittenSql(lexicon, shard.toString());
    try (QuerySession session = engine.session()) {
      double facets = seconds(() -> sql.facets().forEach(query -> run(session, query)));
      report("facets by hand", facets, 1);
      double joined = seconds(() -> sql.splitAndJoin().forEach(query -> run(session, query)));
      report("mentions by hand, split and joined", joined, 1);
      CompositionResult result = profile(List.of(shard.toString()));
      List<String> different = new ArrayList<>();
      double patterns =
          seconds(
              () ->
                  lexicon
                      .terms()
                      .keySet()
                      .forEach(
                          list -> {
                            long[] rows = new long[1];
                            session.query(
                                sql.mentions(list),
                                new Cancellation(),
                                row -> rows[0] = row.number(1));
                            if (rows[0] != result.mentions().get(list)) {
                              different.add(
                                  "%s %d/%d".formatted(list, result.mentions().get(list), rows[0]));
                            }
                          }));
      report("mentions by hand, one pattern a list", patterns, 1);
      double cells = seconds(() -> lexicon.tests().forEach(test -> run(session, sql.cells(test))));
      report("cells by hand, four patterns a test", cells, 1);
      System.out.println(
          different.isEmpty()
              ? "counts of all lists are the same as by pattern"
              : "counts differ from those by pattern (profile/pattern): " + different);
      System.out.printf(
          "throughput against facets and the faster way to mentions by hand: %.2f (wanted 0.8)%n",
          (facets + Math.min(joined, patterns + cells)) / profile);
      System.out.printf(
          "throughput against facets and one pattern a list, without cells: %.2f (wanted 3)%n",
          (facets + patterns) / profile);
    }
  }

  private static void run(QuerySession session, String sql) {
    session.query(sql, new Cancellation(), _ -> {});
  }

  private void pandas(Path shard) throws IOException, InterruptedException {
    Optional<String> python = python();
    if (python.isEmpty()) {
      System.out.println("pandas: not there, nothing compared");
      return;
    }
    Path csv = folder.resolve("part-00000.csv");
    try (QuerySession session = engine.session()) {
      if (!Files.exists(csv)) {
        session.execute("COPY (FROM '%s') TO '%s'".formatted(shard, csv));
      }
    }
    Path lists = folder.resolve("lexicon.json");
    Files.writeString(lists, LexiconReader.write(lexicon), StandardCharsets.UTF_8);
    Path script = folder.resolve("profile.py");
    Files.writeString(script, PandasProfile.SCRIPT, StandardCharsets.UTF_8);
    double own = seconds(() -> profile(List.of(csv.toString())));
    report("profile of 1 M rows of CSV", own, 1);
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(python.get(), script.toString(), csv.toString(), lists.toString())
            .inheritIO()
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      System.out.println("pandas: stopped after ten minutes");
    }
    double theirs = (System.nanoTime() - start) / 1e9;
    report("pandas, the same from the same CSV", theirs, 1);
    System.out.printf("throughput against pandas: %.1f (wanted 8)%n", theirs / own);
  }

  private static Optional<String> python() throws IOException, InterruptedException {
    String python = System.getProperty("plumbline.python", "python3");
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import pandas")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor() == 0 ? Optional.of(python) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void report(String what, double seconds, int millions) {
    System.out.printf(
        "%-45s %8.2f s %12.0f rows/s%n",
        what, seconds, millions * (double) LaionShards.ROWS_PER_SHARD / seconds);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
