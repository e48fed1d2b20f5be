package dev.plumbline.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.OptionalDouble;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What-ifs over blocks of rows, where rows that stand together are alike.
class WhatIfBlocksTest {
  private static final int ROWS = 60_000;
  private static final int DRAWS = 60;
  private static final Lexicon LEXICON =
      new Lexicon(
          "pets",
          Map.of(
              "cats", new TermList(List.of("cat"), false),
              "dogs", new TermList(List.of("dog"), false),
              "good", new TermList(List.of("nice"), false),
              "bad", new TermList(List.of("angry"), false)),
          Map.of(),
          List.of(new LexiconTest(new TestId("pets"), "cats", "dogs", "good", "bad")));
  private static final WhatIfSettings SETTINGS =
      new WhatIfSettings(LEXICON, RowSelection.of(Filter.parse("similarity >= 0.5")));
  private static DuckDbEngine engine;

  @TempDir private static Path folder;
  private static Manifest manifest;

  /// Runs of 250 rows share what they are about and how similar they are.
  @BeforeAll
  static void open() {
    engine = DuckDbEngine.open();
    String query =
        """
        SELECT (CASE WHEN %1$s < 0.1 + 0.3 * topic THEN 'nice '
                     WHEN %2$s < 0.3 THEN 'angry ' ELSE '' END)
            || (CASE WHEN %3$s < 0.2 + 0.5 * topic THEN 'cat' ELSE 'dog' END) AS text,
          0.5 * topic + 0.5 * %4$s AS similarity
        FROM (SELECT i, hash(i // 250) %% 1000 / 1000.0 AS topic FROM range(%5$d) AS t(i)) AS topics
        """
            .formatted(own(1), own(2), own(3), own(4), ROWS);
    Path file = Tables.parquet(engine, query, folder.resolve("topics.parquet"));
    manifest = engine.read(Tables.source(file), new Cancellation());
  }

  private static String own(int number) {
    return "(hash(i + 7919 * " + number + ") % 1000 / 1000.0)";
  }

  @AfterAll
  static void close() {
    engine.close();
  }

  private static WhatIfSample blocks(long seed) {
    return WhatIfSample.drawBlocks(engine, manifest, 4000, seed, new Cancellation()).orElseThrow();
  }

  private static WhatIfResult exact(WhatIfSettings settings) {
    return new WhatIf(engine).scan(manifest, settings, Progress.none(), new Cancellation());
  }

  /// What is covered, and how much narrower intervals for rows drawn one by one would be.
  private static final class Coverage {
    private int covered;
    private int draws;
    private double wider;

    void add(double truth, Interval interval, Interval alone) {
      draws++;
      covered += interval.contains(truth) ? 1 : 0;
      wider += (interval.high() - interval.low()) / (alone.high() - alone.low());
    }

    void check(String what) {
      assertThat(covered).as(what + " of " + draws).isGreaterThanOrEqualTo(draws * 88 / 100);
      assertThat(wider / draws).as(what + ", times as wide").isGreaterThan(1);
    }
  }

  @Test
  void intervalsHoldTheTruthThoughNeighboursAreAlike() {
    WhatIfResult truth = exact(SETTINGS);
    Coverage share = new Coverage();
    Coverage ratio = new Coverage();
    Coverage factor = new Coverage();
    Coverage odds = new Coverage();
    for (int seed = 0; seed < DRAWS; seed++) {
      try (WhatIfSample sample = blocks(seed)) {
        WhatIfResult found = sample.estimate(SETTINGS, new Cancellation());
        share.add(
            truth.keptShare().orElseThrow().share(),
            found.keptInterval().orElseThrow(),
            found.keptShare().orElseThrow().wilson());
        for (String list : List.of("cats", "good")) {
          Retention group = found.group(list).orElseThrow();
          ratio.add(
              truth.group(list).orElseThrow().relative().orElseThrow(),
              group.relativeInterval().orElseThrow(),
              Retention.of(list, group.raw(), group.kept(), found.used(), found.kept())
                  .relativeInterval()
                  .orElseThrow());
        }
        ExclusionAmplification pair = found.amplifications().getFirst();
        factor.add(
            truth.amplifications().getFirst().factor().orElseThrow(),
            pair.interval().orElseThrow(),
            ExclusionAmplification.of(
                    found.group("cats").orElseThrow(), found.group("dogs").orElseThrow())
                .interval()
                .orElseThrow());
        AssociationChange change = found.associations().getFirst();
        odds.add(
            truth.associations().getFirst().raw().logOddsRatio().orElseThrow(),
            change.raw().interval().orElseThrow(),
            LogOddsRatio.of(
                    change.raw().xa(), change.raw().xb(), change.raw().ya(), change.raw().yb())
                .orElseThrow()
                .interval());
      }
    }
    share.check("kept share");
    ratio.check("share of a group against that of all");
    factor.check("exclusion amplification");
    odds.check("log odds ratio");
  }

  @Test
  void aSampleOfBlocksIsAlwaysTheSameAndSaysWhatItIs() {
    WhatIfResult[] results = new WhatIfResult[2];
    for (int i = 0; i < 2; i++) {
      try (WhatIfSample sample = blocks(5)) {
        results[i] = sample.estimate(SETTINGS, new Cancellation());
      }
    }
    assertThat(results[0]).isEqualTo(results[1]);
    RowSample sample = results[0].sample().orElseThrow();
    assertThat(sample.of()).isEqualTo(ROWS);
    assertThat(sample.rows()).isEqualTo(results[0].used()).isBetween(3600L, 4400L);
    assertThat(sample.blocks()).hasValue(10);
  }

  @Test
  void countsOfTheBlocksAddUpAndEstimatesAreTheRatiosOfTheSums() {
    try (WhatIfSample sample = blocks(1)) {
      WhatIfResult found = sample.estimate(SETTINGS, new Cancellation());
      Retention cats = found.group("cats").orElseThrow();
      assertThat(cats.share().orElseThrow()).isEqualTo((double) cats.kept() / cats.raw());
      assertThat(cats.shareInterval().orElseThrow().contains(cats.share().orElseThrow())).isTrue();
      assertThat(found.terms().get("cats").getFirst().raw()).isEqualTo(cats.raw());
      assertThat(found.terms().get("cats").getFirst().shareInterval())
          .isEqualTo(cats.shareInterval());
    }
  }

  @Test
  void aFirstLookAtTheSameBlocksHasTheSameAssociations() {
    CompositionEstimate look =
        new CompositionSampler(engine)
            .estimate(manifest, new CompositionSettings(LEXICON), 4000, 7, new Cancellation());
    try (WhatIfSample sample = blocks(7)) {
      assertThat(look.result().associations())
          .isEqualTo(
              sample.estimate(SETTINGS, new Cancellation()).associations().stream()
                  .map(AssociationChange::raw)
                  .toList());
    }
  }

  @Test
  void whatIsAllBlocksOrHasNoneIsNotDrawnByBlocks() throws IOException {
    assertThat(WhatIfSample.drawBlocks(engine, manifest, 2 * ROWS, 1, new Cancellation()))
        .isEmpty();
    Path lines = folder.resolve("packed.csv.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(lines))) {
      out.write("url,text\nhttps://a.org/1,a cat\nhttps://a.org/2,a dog\n".getBytes());
    }
    Manifest packed = engine.read(Tables.source(lines), new Cancellation());
    assertThat(WhatIfSample.drawBlocks(engine, packed, 10, 1, new Cancellation())).isEmpty();
  }

  @Test
  void duplicatesAndMixesAreRefused() {
    RowSelection once =
        new RowSelection(Filter.parse("similarity >= 0.5"), Optional.of(DuplicateKey.CAPTION));
    WhatIfSettings mix =
        new WhatIfSettings(
            LEXICON,
            SETTINGS.selection(),
            new TargetMix(
                List.of(new TargetShare("caption mentions list cats", 0.5)),
                OptionalDouble.empty()));
    try (WhatIfSample sample = blocks(1)) {
      Stream.of(new WhatIfSettings(LEXICON, once), mix)
          .forEach(
              asked ->
                  assertThatThrownBy(() -> sample.estimate(asked, new Cancellation()))
                      .isInstanceOf(IllegalArgumentException.class));
    }
  }
}
