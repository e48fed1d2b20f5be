package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Proportion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReweightingTest {
  private static long cell(int... groups) {
    long key = 0;
    for (int group : groups) {
      key |= 1L << group;
    }
    return key;
  }

  private static TargetMix mix(String... groups) {
    return TargetMix.parse(List.of(groups), OptionalDouble.empty());
  }

  private static TargetMix capped(double cap, String... groups) {
    return TargetMix.parse(List.of(groups), OptionalDouble.of(cap));
  }

  private static Map<List<String>, Double> weights(Reweighting result) {
    return result.cells().stream()
        .collect(Collectors.toMap(Reweighting.Cell::groups, Reweighting.Cell::weight));
  }

  @Test
  void oneGroupIsPostStratification() {
    Reweighting result = Reweighting.of(mix("women=0.5"), Map.of(cell(0), 100L, cell(), 300L));
    assertEquals(List.of(), result.cells().getFirst().groups());
    assertEquals(0.5 / 0.75, result.cells().getFirst().weight(), 1e-9);
    assertEquals(2, result.cells().get(1).weight(), 1e-9);
    double squares = 300 * (4.0 / 9) + 100 * 4.0;
    assertEquals(400.0 * 400 / squares, result.effective().orElseThrow(), 1e-6);
    assertEquals(0.25, result.groups().getFirst().before(), 1e-15);
    assertEquals(0.5, result.groups().getFirst().after(), 1e-9);
    assertTrue(!result.groups().getFirst().missed() && result.rounds().isPresent());
  }

  @Test
  void severalGroupsReachAllTargetsAndWeightsFactor() {
    Map<Long, Long> counts = Map.of(cell(), 500L, cell(0), 100L, cell(1), 300L, cell(0, 1), 50L);
    Reweighting result = Reweighting.of(mix("women=0.3,men=0.3"), counts);
    double all = 0;
    for (Reweighting.Cell cell : result.cells()) {
      all += cell.rows() * cell.weight();
    }
    assertEquals(950, all, 1e-6);
    result.groups().forEach(group -> assertEquals(0.3, group.after(), 1e-8));
    Map<List<String>, Double> weights = weights(result);
    // Raking keeps the odds ratio: weights are products of one factor a group.
    assertEquals(
        weights.get(List.of("women")) * weights.get(List.of("men")),
        weights.get(List.of("women", "men")) * weights.get(List.of()),
        1e-7);
    assertTrue(result.effective().orElseThrow() < 950);
  }

  @Test
  void disjointGroupsOfOneFacetArePostStratifiedAndTheRestKeepsItsProportions() {
    Map<Long, Long> counts = Map.of(cell(0), 700L, cell(1), 50L, cell(), 250L);
    Reweighting result = Reweighting.of(mix("language:en=0.5", "language:ja=0.3"), counts);
    Map<List<String>, Double> weights = weights(result);
    assertEquals(0.5 / 0.7, weights.get(List.of("language: en")), 1e-8);
    assertEquals(0.3 / 0.05, weights.get(List.of("language: ja")), 1e-8);
    assertEquals(0.2 / 0.25, weights.get(List.of()), 1e-8);
  }

  @Test
  void targetsAlreadyMetLeaveAllWeightsAtOne() {
    Reweighting result = Reweighting.of(mix("women=0.25"), Map.of(cell(0), 25L, cell(), 75L));
    result.cells().forEach(cell -> assertEquals(1, cell.weight(), 1e-12));
    assertEquals(100, result.effective().orElseThrow(), 1e-9);
  }

  @Test
  void aCapHoldsWeightsDownAndSaysWhichTargetsAreMissed() {
    Map<Long, Long> counts = Map.of(cell(0), 10L, cell(), 90L);
    Reweighting result = Reweighting.of(capped(2, "women=0.5"), counts);
    // 10 rows of weight 2 of 100 rows of mean weight 1 are a share of 0.2.
    assertEquals(2, weights(result).get(List.of("women")), 1e-9);
    assertEquals(80 / 90.0, weights(result).get(List.of()), 1e-9);
    assertEquals(0.2, result.groups().getFirst().after(), 1e-9);
    assertTrue(result.groups().getFirst().missed());
    assertEquals(10, result.cappedRows());
    assertEquals(0.3, result.deviation().orElseThrow(), 1e-9);
    Reweighting loose = Reweighting.of(capped(6, "women=0.5"), counts);
    assertEquals(0, loose.cappedRows());
    assertEquals(0.5, loose.groups().getFirst().after(), 1e-9);
  }

  @Test
  void noWeightExceedsTheCapAndUncappedTargetsAreReachedWhateverTheCounts() {
    SplittableRandom random = new SplittableRandom(11);
    for (int draw = 0; draw < 200; draw++) {
      Map<Long, Long> counts = new HashMap<>();
      for (long key = 0; key < 8; key++) {
        counts.put(key, random.nextLong(1, 1000));
      }
      double[] t = IntStream.range(0, 3).mapToDouble(_ -> random.nextDouble(0.05, 0.95)).toArray();
      String[] groups = {"a=" + t[0], "b=" + t[1], "c=" + t[2]};
      Reweighting free = Reweighting.of(mix(groups), counts);
      free.groups().forEach(group -> assertTrue(!group.missed()));
      double cap = random.nextDouble(1.1, 4);
      Reweighting held = Reweighting.of(capped(cap, groups), counts);
      double sum = 0;
      for (Reweighting.Cell cell : held.cells()) {
        assertTrue(cell.weight() <= cap * (1 + 1e-9), "cap " + cap + ", weight " + cell.weight());
        sum += cell.rows() * cell.weight();
      }
      assertEquals(held.rows(), sum, 1e-6 * held.rows());
      assertTrue(held.effective().orElseThrow() <= held.rows() * (1 + 1e-9));
    }
  }

  @Test
  void emptyCellsAndContradictionsAreRefusedWithAReason() {
    Reweighting none = Reweighting.of(mix("women=0.5"), Map.of(cell(), 10L));
    assertTrue(none.cells().isEmpty());
    assertEquals("none", none.refusal().orElseThrow().id());
    assertEquals(List.of("women"), none.refusal().orElseThrow().groups());
    Reweighting all = Reweighting.of(mix("women=0.5"), Map.of(cell(0), 10L));
    assertEquals("every", all.refusal().orElseThrow().id());
    Reweighting nothing = Reweighting.of(mix("women=0.5"), Map.of());
    assertTrue(nothing.effective().isEmpty());
    assertEquals("empty", nothing.refusal().orElseThrow().id());
    Map<Long, Long> together = Map.of(cell(), 10L, cell(0, 1), 10L);
    Reweighting torn = Reweighting.of(mix("a=0.2", "b=0.8"), together);
    assertEquals("within", torn.refusal().orElseThrow().id());
    assertEquals(List.of("b", "a"), torn.refusal().orElseThrow().groups());
    // a and b of three in a ring: each pair overlaps, so that no law of two or of all is broken.
    Map<Long, Long> ring = Map.of(cell(0, 1), 10L, cell(1, 2), 10L, cell(0, 2), 10L);
    Reweighting unnamed = Reweighting.of(mix("a=0.9", "b=0.9", "c=0.9"), ring);
    assertEquals("contradiction", unnamed.refusal().orElseThrow().id());
  }

  @Test
  void sharesThatCannotBeHadTogetherAreNamedWithACapToo() {
    Map<Long, Long> disjoint = Map.of(cell(0), 50L, cell(1), 20L, cell(2), 10L, cell(), 5L);
    String[] much = {"language:en=0.5", "language:de=0.4", "language:fr=0.3"};
    Reweighting over = Reweighting.of(mix(much), disjoint);
    assertEquals("apart", over.refusal().orElseThrow().id());
    assertEquals(3, over.refusal().orElseThrow().groups().size());
    assertEquals("apart", Reweighting.of(capped(4, much), disjoint).refusal().orElseThrow().id());
    Map<Long, Long> everything = Map.of(cell(0), 50L, cell(1), 20L);
    Reweighting under = Reweighting.of(mix("language:en=0.5", "language:de=0.4"), everything);
    assertEquals("cover", under.refusal().orElseThrow().id());
    assertTrue(under.refusal().orElseThrow().sentence().contains("language: en"));
    Reweighting whole = Reweighting.of(mix("language:en=0.5", "language:de=0.5"), everything);
    assertTrue(whole.refusal().isEmpty());
    assertEquals(0.5 * 70 / 20, weights(whole).get(List.of("language: de")), 1e-9);
  }

  @Test
  void theCapThatWouldHaveBeenEnoughIsTheGreatestWeightWithoutOne() {
    Map<Long, Long> counts = Map.of(cell(0), 10L, cell(), 90L);
    Reweighting held = Reweighting.of(capped(2, "women=0.5"), counts);
    assertEquals(5, held.needed().orElseThrow(), 1e-9);
    Reweighting enough =
        Reweighting.of(capped(held.needed().orElseThrow() + 1e-6, "women=0.5"), counts);
    assertTrue(enough.groups().stream().noneMatch(Reweighting.Group::missed));
    assertTrue(enough.needed().isEmpty());
  }

  @Test
  void aGroupsShareBeforeHasTheIntervalOfItsRows() {
    Reweighting result = Reweighting.of(mix("women=0.5"), Map.of(cell(0), 100L, cell(), 300L));
    assertEquals(new Proportion(100, 400), result.groups().getFirst().raw());
  }
}
