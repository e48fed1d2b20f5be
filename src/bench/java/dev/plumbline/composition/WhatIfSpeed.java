package dev.plumbline.composition;

import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Sql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How long does a what-if take on a made-up manifest of LAION's columns, against the two profiles
/// (all rows, kept rows) that it replaces, and how soon is the estimate from a sample there?
///
/// Options: `-Dwhatif.rows=1000000`.
final class WhatIfSpeed {
  private static final String FILTER =
      "similarity top 30% and language in ('en') and words >= 3 and side >= 200 and elongation <= 3"
          + " and not caption mentions list unpleasant";

  private WhatIfSpeed() {}

  public static void main(String... arguments) throws IOException {
    long rows = Long.getLong("whatif.rows", 1_000_000);
    Path file = Files.createTempFile("whatif", ".parquet");
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      generate(engine, rows, file);
      ManifestSource source =
          new ManifestSource(new DatasetId("generated"), List.of(file.toString()), Map.of());
      Manifest manifest = engine.read(source, new Cancellation());
      WhatIfSettings settings =
          new WhatIfSettings(
              LexiconReader.bundled("gender-career"), RowSelection.of(Filter.parse(FILTER)));
      double scan = seconds(() -> scan(engine, manifest, settings));
      double profiles = seconds(() -> profiles(engine, manifest, settings));
      double[] live = sample(engine, manifest, settings);
      System.out.printf(
          "%,d rows, %,d MB: what-if %.2f s (%,.0f rows/s), two profiles %.2f s, ratio %.2f%n",
          rows, Files.size(file) >> 20, scan, rows / scan, profiles, profiles / scan);
      System.out.printf("sample drawn in %.2f s, each estimate then %.3f s%n", live[0], live[1]);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static WhatIfResult scan(
      DuckDbEngine engine, Manifest manifest, WhatIfSettings settings) {
    return new WhatIf(engine).scan(manifest, settings, Progress.none(), new Cancellation());
  }

  private static CompositionResult profiles(
      DuckDbEngine engine, Manifest manifest, WhatIfSettings settings) {
    CompositionProfiler profiler = new CompositionProfiler(engine);
    CompositionSettings lexicon = new CompositionSettings(settings.lexicon());
    profiler.profile(manifest, lexicon, Progress.none(), new Cancellation());
    return profiler.profile(
        manifest, lexicon, settings.selection(), Progress.none(), new Cancellation());
  }

  private static double[] sample(DuckDbEngine engine, Manifest manifest, WhatIfSettings settings) {
    long start = System.nanoTime();
    try (WhatIfSample sample =
        WhatIfSample.draw(engine, manifest, 200_000, 1, _ -> {}, new Cancellation())) {
      double drawn = (System.nanoTime() - start) / 1e9;
      return new double[] {drawn, seconds(() -> sample.estimate(settings, new Cancellation()))};
    }
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

  private static void generate(DuckDbEngine engine, long rows, Path file) {
    String words =
        "['woman','man','she','he','nurse','doctor','office','family','home','red','photo','of',"
            + "'the','and','with','beach','dog','house','lovely','terrible','science','art','new',"
            + "'vintage','shirt','girl','boy','work','kitchen','car']";
    String sql =
        ("SELECT 'https://img' || (h %% 997) || '.host' || (h %% 9973) || '.com/' || i || '.jpg' AS"
             + " URL, array_to_string(list_transform(range(2 + (h %% 14)::BIGINT), lambda k: (%s)[1"
             + " + (hash(i, k) %% 30)::BIGINT]), ' ') AS TEXT, (64 + h %% 1500)::DOUBLE AS WIDTH,"
             + " (64 + (h // 1500) %% 1200)::DOUBLE AS HEIGHT, ((h %% 10000) / 25000.0)::FLOAT AS"
             + " similarity, ['en','en','en','de','ja','fr'][1 + (h %% 6)::BIGINT] AS LANGUAGE,"
             + " 'UNLIKELY' AS NSFW FROM (SELECT i, hash(i) AS h FROM range(%d) AS t(i))")
            .formatted(words, rows);
    try (QuerySession session = engine.session()) {
      session.execute(
          "COPY (" + sql + ") TO " + Sql.literal(file.toString()) + " (FORMAT parquet)");
    }
  }
}
