package dev.plumbline.bench;

import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.composition.Retention;
import dev.plumbline.composition.RowSelection;
import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.WhatIf;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.composition.WhatIfSample;
import dev.plumbline.composition.WhatIfSettings;
import dev.plumbline.composition.filter.Filter;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.DatasetId;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.manifest.QuerySession;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Measures the live kept share of a filter over a LAION-like manifest ([LaionShards]).
///
/// Prints, from one run and the same files: seconds until the first estimate (engine opened, files
/// recognised, sample drawn, filter counted in it); seconds of a further estimate, as after a move
/// of a slider; seconds until the exact number with all groups, terms and caption associations of
/// the bundled lexicons; the ratios of these to DuckDB's SQL written by hand with the same
/// conditions, for the kept share alone and for the kept share of every list in one pass (one
/// regular expression a list); whether the counts are the same and the estimate's interval holds
/// the exact share; how long other wanted shares of the same groups take.
///
/// Run: `./mvnw -q test-compile exec:exec@bench -Dbench='-Xmx512m dev.plumbline.bench.WhatIfBench
/// FOLDER MILLIONS'`; the files are made in FOLDER unless they are there, a million rows each.
public final class WhatIfBench {
  private static final String FILTER =
      "similarity >= %s and language in ('en') and words >= 3 and side >= 200 and elongation <= 3"
          + " and not caption mentions list unpleasant";
  private static final double[] SIMILARITIES = {0.3, 0.31, 0.32, 0.29, 0.33};
  private static final long SAMPLED_ROWS = 32_768;

  private final Lexicon lexicon;
  private final ManifestSource source;
  private final HandWrittenSql byHand;

  private WhatIfBench(Lexicon lexicon, List<String> files) {
    this.lexicon = lexicon;
    source = new ManifestSource(new DatasetId("laion-like"), files, Map.of());
    byHand = new HandWrittenSql(lexicon, files);
  }

  /// Entry point: folder, and rows in millions (default 10).
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments.length > 0 ? arguments[0] : "target/bench");
    int shards = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
    Lexicon lexicon = LexiconReader.bundled();
    List<String> files = LaionShards.files(folder, shards, lexicon);
    new WhatIfBench(lexicon, files).measure(shards);
  }

  private void measure(int shards) {
    for (int round = 1; round <= 2; round++) {
      System.out.printf("%d M rows, round %d%n", shards, round);
      round(shards);
    }
  }

  private void round(int shards) {
    long start = System.nanoTime();
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      Manifest manifest = engine.read(source, new Cancellation());
      WhatIfResult estimate;
      double first;
      double further;
      try (WhatIfSample sample =
          WhatIfSample.drawBlocks(engine, manifest, SAMPLED_ROWS, 1, new Cancellation())
              .orElseThrow()) {
        estimate = sample.estimate(settings(SIMILARITIES[0]), new Cancellation());
        first = (System.nanoTime() - start) / 1e9;
        further =
            seconds(
                    () -> {
                      for (int i = 1; i < SIMILARITIES.length; i++) {
                        sample.estimate(settings(SIMILARITIES[i]), new Cancellation());
                      }
                    })
                / (SIMILARITIES.length - 1);
      }
      WhatIfResult[] exact = new WhatIfResult[1];
      double scan = seconds(() -> exact[0] = scan(engine, manifest, settings(SIMILARITIES[0])));
      long[] alone = new long[2];
      long[][] lists = new long[1][];
      double share = seconds(() -> query(engine, byHand.kept(SIMILARITIES[0]), alone));
      double all =
          seconds(
              () -> {
                lists[0] = new long[2 + 2 * lexicon.terms().size()];
                query(engine, byHand.keptLists(SIMILARITIES[0]), lists[0]);
              });
      print("first estimate, engine opened and sample drawn", first, shards);
      print("further estimate", further, shards);
      print("exact number, with groups, terms and associations", scan, shards);
      print("by hand, kept share alone", share, shards);
      print("by hand, kept share of every list, one pattern a list", all, shards);
      System.out.printf(
          "by hand alone / first estimate: %.2f; / further estimate: %.0f; by hand with lists /"
              + " exact: %.2f%n",
          share / first, share / further, all / scan);
      compare(exact[0], estimate, alone, lists[0]);
      weights(engine, manifest, shards);
    }
  }

  private void compare(WhatIfResult exact, WhatIfResult estimate, long[] alone, long[] lists) {
    List<String> different = new ArrayList<>();
    if (exact.used() != alone[0] || exact.kept() != alone[1]) {
      different.add(
          "kept %d of %d, by hand %d of %d"
              .formatted(exact.kept(), exact.used(), alone[1], alone[0]));
    }
    int at = 2;
    for (Retention group : exact.groups()) {
      if (group.raw() != lists[at] || group.kept() != lists[at + 1]) {
        different.add(
            "%s %d/%d, by hand %d/%d"
                .formatted(group.name(), group.kept(), group.raw(), lists[at + 1], lists[at]));
      }
      at += 2;
    }
    System.out.println(
        different.isEmpty() ? "all counts are those by hand" : "counts differ: " + different);
    double truth = exact.keptShare().orElseThrow().share();
    System.out.printf(
        "kept share %.4f, first estimate %.4f, its interval %s the exact share%n",
        truth,
        estimate.keptShare().orElseThrow().share(),
        estimate.keptInterval().orElseThrow().contains(truth) ? "holds" : "misses");
  }

  private void weights(DuckDbEngine engine, Manifest manifest, int shards) {
    TargetMix mix =
        TargetMix.parse(List.of("women=0.1,men=0.1,license:cc-by=0.3"), OptionalDouble.empty());
    WhatIfSettings plain = settings(SIMILARITIES[0]);
    WhatIfResult[] weighted = new WhatIfResult[1];
    double counted =
        seconds(
            () ->
                weighted[0] =
                    scan(
                        engine,
                        manifest,
                        new WhatIfSettings(plain.lexicon(), plain.selection(), mix)));
    print("exact number with weights for three groups", counted, shards);
    TargetMix other =
        TargetMix.parse(List.of("women=0.2,men=0.2,license:cc-by=0.5"), OptionalDouble.of(5));
    double again = seconds(() -> weighted[0].with(other));
    System.out.printf("other shares of the same groups: %.1f ms%n", again * 1e3);
  }

  private WhatIfSettings settings(double similarity) {
    return new WhatIfSettings(
        lexicon, RowSelection.of(Filter.parse(FILTER.formatted(Double.toString(similarity)))));
  }

  private static WhatIfResult scan(
      DuckDbEngine engine, Manifest manifest, WhatIfSettings settings) {
    return new WhatIf(engine).scan(manifest, settings, Progress.none(), new Cancellation());
  }

  private static void query(DuckDbEngine engine, String sql, long[] into) {
    try (QuerySession session = engine.session()) {
      session.query(
          sql,
          new Cancellation(),
          row -> {
            for (int i = 0; i < into.length; i++) {
              into[i] = row.number(i + 1);
            }
          });
    }
  }

  private static double seconds(Runnable work) {
    long start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  private static void print(String what, double seconds, int millions) {
    System.out.printf("%-56s %8.3f s %12.0f rows/s%n", what, seconds, millions * 1e6 / seconds);
  }
}
