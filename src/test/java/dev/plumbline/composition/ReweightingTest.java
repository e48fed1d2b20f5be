package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReweightingTest {
  private static BitSet cell(int... lists) {
    BitSet set = new BitSet();
    for (int list : lists) {
      set.set(list);
    }
    return set;
  }

  private static Map<String, Double> targets(Object... namesAndShares) {
    Map<String, Double> targets = new LinkedHashMap<>();
    for (int i = 0; i < namesAndShares.length; i += 2) {
      targets.put((String) namesAndShares[i], (Double) namesAndShares[i + 1]);
    }
    return targets;
  }

  @Test
  void oneListIsPostStratification() {
    Reweighting result = Reweighting.of(targets("women", 0.5), Map.of(cell(0), 100L, cell(), 300L));
    assertEquals(List.of(), result.cells().getFirst().lists());
    assertEquals(0.5 / 0.75, result.cells().getFirst().weight(), 1e-9);
    assertEquals(2, result.cells().get(1).weight(), 1e-9);
    double squares = 300 * (4.0 / 9) + 100 * 4.0;
    assertEquals(400.0 * 400 / squares, result.effective().orElseThrow(), 1e-6);
  }

  @Test
  void severalListsReachAllTargetsAndWeightsFactor() {
    Map<BitSet, Long> counts = Map.of(cell(), 500L, cell(0), 100L, cell(1), 300L, cell(0, 1), 50L);
    Reweighting result = Reweighting.of(targets("women", 0.3, "men", 0.3), counts);
    double women = 0;
    double men = 0;
    double all = 0;
    Map<List<String>, Double> weights = new java.util.HashMap<>();
    for (Reweighting.Cell cell : result.cells()) {
      double rows = cell.rows() * cell.weight();
      all += rows;
      women += cell.lists().contains("women") ? rows : 0;
      men += cell.lists().contains("men") ? rows : 0;
      weights.put(cell.lists(), cell.weight());
    }
    assertEquals(950, all, 1e-6);
    assertEquals(0.3, women / all, 1e-9);
    assertEquals(0.3, men / all, 1e-9);
    // Raking keeps the odds ratio: weights are products of one factor a list.
    assertEquals(
        weights.get(List.of("women")) * weights.get(List.of("men")),
        weights.get(List.of("women", "men")) * weights.get(List.of()),
        1e-8);
    assertTrue(result.effective().orElseThrow() < 950);
  }

  @Test
  void targetsAlreadyMetLeaveAllWeightsAtOne() {
    Reweighting result = Reweighting.of(targets("women", 0.25), Map.of(cell(0), 25L, cell(), 75L));
    result.cells().forEach(cell -> assertEquals(1, cell.weight(), 1e-12));
    assertEquals(100, result.effective().orElseThrow(), 1e-9);
  }

  @Test
  void emptyCellsAndContradictionsAreRefusedWithAReason() {
    Reweighting none = Reweighting.of(targets("women", 0.5), Map.of(cell(), 10L));
    assertTrue(none.cells().isEmpty() && none.reason().orElseThrow().contains("women"));
    Reweighting all = Reweighting.of(targets("women", 0.5), Map.of(cell(0), 10L));
    assertTrue(all.reason().orElseThrow().startsWith("Every"));
    Reweighting nothing = Reweighting.of(targets("women", 0.5), Map.of());
    assertTrue(nothing.effective().isEmpty() && nothing.reason().isPresent());
    Map<BitSet, Long> together = Map.of(cell(), 10L, cell(0, 1), 10L);
    Reweighting torn = Reweighting.of(targets("a", 0.2, "b", 0.8), together);
    assertTrue(torn.reason().orElseThrow().contains("contradict"));
  }
}
