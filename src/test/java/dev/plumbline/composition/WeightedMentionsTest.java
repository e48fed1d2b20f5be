package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Manifest;
import dev.plumbline.manifest.QuerySession;
import dev.plumbline.manifest.Sql;
import dev.plumbline.manifest.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightedMentionsTest {
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
  @AutoClose private static DuckDbEngine engine = DuckDbEngine.open();

  @TempDir private Path folder;

  private WhatIfResult scan(String... targets) {
    Path file =
        Tables.parquet(
            engine,
            "SELECT 'http://p.example/' || i AS url, CASE WHEN i % 19 = 0 THEN NULL ELSE (CASE WHEN"
                + " hash(i) % 3 = 0 THEN 'nice ' WHEN hash(i) % 3 = 1 THEN 'angry ' ELSE '' END) ||"
                + " (CASE WHEN i % 5 < 2 THEN 'cat' WHEN hash(i, 2) % 4 = 0 THEN 'dog' ELSE 'tree'"
                + " END) END AS text, CASE WHEN (i // 7) % 3 = 0 THEN 'ja' ELSE 'en' END AS"
                + " language FROM range(5000) AS t(i)",
            folder.resolve("pets.parquet"));
    Manifest manifest = engine.read(Tables.source(file), new Cancellation());
    WhatIfSettings settings =
        new WhatIfSettings(
            LEXICON, RowSelection.all(), TargetMix.parse(List.of(targets), OptionalDouble.empty()));
    WhatIfResult result =
        new WhatIf(engine).scan(manifest, settings, Progress.none(), new Cancellation());
    if (result.weighted().isPresent()) {
      new WeightFiles(engine, manifest)
          .write(result, folder.resolve("w.parquet"), Progress.none(), new Cancellation());
    }
    return result;
  }

  private double number(String select) {
    double[] found = new double[1];
    String from =
        " FROM read_parquet(%s) AS w JOIN read_parquet(%s) AS m ON w.url = m.url"
            .formatted(
                Sql.literal(folder.resolve("w.parquet").toString()),
                Sql.literal(folder.resolve("pets.parquet").toString()));
    try (QuerySession session = engine.session()) {
      session.query(
          "SELECT CAST(" + select + " AS DOUBLE)" + from,
          new Cancellation(),
          row -> found[0] = row.real(1));
    }
    return found[0];
  }

  private double sum(String one, String other) {
    String both = "m.text LIKE '%" + one + "%' AND m.text LIKE '%" + other + "%'";
    return number("coalesce(sum(weight) FILTER (" + both + "), 0)");
  }

  private double squares(String one, String other) {
    String both = "m.text LIKE '%" + one + "%' AND m.text LIKE '%" + other + "%'";
    return number("coalesce(sum(weight * weight) FILTER (" + both + "), 0)");
  }

  @Test
  void weightedSharesAndAssociationsAreThoseOfTheWrittenWeights() {
    WhatIfResult result = scan("dogs=0.4", "language:ja=0.5");
    WeightedMentions weighted = result.weighted().orElseThrow();
    for (WeightedShare share : weighted.lists()) {
      String term = LEXICON.terms().get(share.name()).terms().getFirst();
      double all = number("sum(weight)");
      assertEquals(sum(term, term) / all, share.after(), 1e-9, share.name());
      assertEquals(result.group(share.name()).orElseThrow().kept(), share.before().count());
    }
    WeightedAssociation association = weighted.associations().getFirst();
    double xa = sum("cat", "nice");
    double xb = sum("cat", "angry");
    double ya = sum("dog", "nice");
    double yb = sum("dog", "angry");
    double value = Math.log(xa * yb / (xb * ya));
    assertEquals(value, association.logOddsRatio().orElseThrow(), 1e-9);
    double variance =
        squares("cat", "nice") / (xa * xa)
            + squares("cat", "angry") / (xb * xb)
            + squares("dog", "nice") / (ya * ya)
            + squares("dog", "angry") / (yb * yb);
    assertEquals(
        value - 1.959964 * Math.sqrt(variance), association.interval().orElseThrow().low(), 1e-9);
    assertEquals(result.associations().getFirst().kept(), association.kept());
  }

  @Test
  void aListThatIsAGroupHasItsTargetAndNoInterval() {
    WeightedMentions weighted = scan("dogs=0.4").weighted().orElseThrow();
    WeightedShare dogs =
        weighted.lists().stream().filter(it -> it.name().equals("dogs")).findFirst().orElseThrow();
    assertEquals(0.4, dogs.after(), 1e-8);
    assertTrue(dogs.interval().isEmpty());
    assertTrue(
        weighted.lists().stream()
            .filter(it -> !it.name().equals("dogs"))
            .allMatch(it -> it.interval().orElseThrow().contains(it.after())));
  }

  @Test
  void equalWeightsGiveTheAssociationAndItsInterval() {
    WhatIfResult all = scan();
    assertTrue(all.weighted().isEmpty());
    long[][] counts = {{12, 30, 8, 4}, {3, 0, 9, 70}};
    CaptionAssociation kept = all.associations().getFirst().kept();
    WeightedAssociation equal =
        WeightedAssociation.of(kept, new double[] {1, 1}, new long[][] {counts[0], counts[1]});
    LogOddsRatio expected = LogOddsRatio.of(15, 30, 17, 74).orElseThrow();
    assertEquals(expected.value(), equal.logOddsRatio().orElseThrow(), 1e-12);
    assertEquals(expected.interval().low(), equal.interval().orElseThrow().low(), 1e-12);
    WeightedAssociation zero =
        WeightedAssociation.of(
            kept, new double[] {1, 0}, new long[][] {{2, 0, 5, 6}, {1, 9, 1, 1}});
    LogOddsRatio corrected = LogOddsRatio.of(2, 0, 5, 6).orElseThrow();
    assertEquals(corrected.value(), zero.logOddsRatio().orElseThrow(), 1e-12);
    assertEquals(corrected.interval().high(), zero.interval().orElseThrow().high(), 1e-12);
    WeightedAssociation none =
        WeightedAssociation.of(kept, new double[] {1}, new long[][] {{0, 0, 0, 0}});
    assertTrue(none.logOddsRatio().isEmpty() && none.change().isEmpty());
  }

  @Test
  void theIntervalOfAWeightedShareHoldsTheTruthNineteenTimesInTwenty() {
    SplittableRandom random = new SplittableRandom(5);
    double[] weights = {0.5, 3};
    long[] rows = {800, 200};
    double[] truth = {0.1, 0.3};
    double expected = (0.5 * 800 * 0.1 + 3 * 200 * 0.3) / (0.5 * 800 + 3 * 200);
    int held = 0;
    for (int draw = 0; draw < 2000; draw++) {
      long[] mentions = new long[2];
      for (int c = 0; c < 2; c++) {
        for (int row = 0; row < rows[c]; row++) {
          mentions[c] += random.nextDouble() < truth[c] ? 1 : 0;
        }
      }
      Optional<Interval> interval = WeightedShare.of("x", weights, rows, mentions).interval();
      held += interval.orElseThrow().contains(expected) ? 1 : 0;
    }
    assertEquals(0.95, held / 2000.0, 0.015);
  }

  @Test
  void otherSharesOfTheSameGroupsNeedNoOtherCount() {
    WhatIfResult first = scan("dogs=0.4", "language:ja=0.5");
    TargetMix other = TargetMix.parse(List.of("dogs=0.1", "language:ja=0.9"), OptionalDouble.of(3));
    WhatIfResult counted =
        new WhatIf(engine)
            .scan(
                engine.read(Tables.source(folder.resolve("pets.parquet")), new Cancellation()),
                new WhatIfSettings(LEXICON, RowSelection.all(), other),
                Progress.none(),
                new Cancellation());
    assertEquals(counted, first.with(other));
    TargetMix turned =
        TargetMix.parse(List.of("language:ja=0.5", "dogs=0.4"), OptionalDouble.empty());
    assertThrows(IllegalArgumentException.class, () -> first.with(turned));
  }
}
