package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PooledEffectTest {
  @ParameterizedTest
  @CsvSource({"2,2,1", "3,9,2", "12,5,3", "35,35,4", "350,40,5", "1,6,6", "8,1,7"})
  void thePooledDIsTheOneDerivedFromTheEffectSize(int nX, int nY, long seed) {
    Random random = new Random(seed);
    List<Double> x = values(random, nX, 0.7);
    List<Double> y = values(random, nY, 0);
    for (int ddof = 0; ddof <= 1; ddof++) {
      EffectSize size = EffectSize.of(scores(x, y), ddof);
      PooledEffect direct = PooledEffect.of(x, y, 0.9);
      PooledEffect derived = PooledEffect.derived(size.d(), ddof, nX, nY, 0.9);
      double scale = Math.abs(direct.d().getAsDouble());
      assertEquals(direct.d().getAsDouble(), derived.d().getAsDouble(), 1e-11 * scale);
      assertEquals(direct.g().getAsDouble(), derived.g().getAsDouble(), 1e-11 * scale);
      assertTrue(scale >= Math.abs(size.d()) * Math.sqrt((nX + nY - 2.0) / (nX + nY)) - 1e-12);
    }
  }

  /// Worked by hand: X 1, 2, 3, Y 0, 2, 1 and 1: pooled variance (2 + 2)/5, difference 1.
  @Test
  void aCaseByHand() {
    PooledEffect it = PooledEffect.of(List.of(1.0, 2.0, 3.0), List.of(0.0, 2.0, 1.0, 1.0), 0.95);
    double d = 1 / Math.sqrt(4 / 5.0);
    double g = d * (1 - 3 / 19.0);
    assertEquals(d, it.d().getAsDouble(), 1e-14);
    assertEquals(g, it.g().getAsDouble(), 1e-14);
    Interval interval = it.interval().orElseThrow();
    double reach = 1.959963984540054 * Math.sqrt(7 / 12.0 + g * g / 14);
    assertEquals(g - reach, interval.low(), 1e-9);
    assertEquals(g + reach, interval.high(), 1e-9);
    assertEquals(0.95, interval.level());
    assertTrue(interval.method().contains("Hedges"));
  }

  @Test
  void forEqualTargetsItIsTheFormulaOfEqualN() {
    Random random = new Random(8);
    int n = 6;
    List<Double> x = values(random, n, 0.4);
    List<Double> y = values(random, n, 0);
    double d = EffectSize.of(scores(x, y), 1).d();
    double expected = d * Math.sqrt((2 * n - 2) / (2 * n - 1 - n * d * d / 2));
    assertEquals(expected, PooledEffect.of(x, y, 0.95).d().getAsDouble(), 1e-12);
  }

  @Test
  void whatDoesNotExistSaysWhy() {
    PooledEffect two = PooledEffect.of(List.of(1.0), List.of(0.0), 0.95);
    PooledEffect flat = PooledEffect.of(List.of(1.0, 1.0), List.of(0.0, 0.0), 0.95);
    PooledEffect three = PooledEffect.of(List.of(1.0, 2.0), List.of(0.0), 0.95);
    assertTrue(two.d().isEmpty() && two.g().isEmpty() && two.interval().isEmpty());
    assertTrue(flat.d().isEmpty());
    assertTrue(three.d().isPresent() && three.g().isEmpty());
    for (PooledEffect it : List.of(two, flat, three)) {
      assertTrue(it.reason().orElseThrow().endsWith("."));
    }
    assertTrue(PooledEffect.derived(EffectSize.bound(5, 7, 1), 1, 5, 7, 0.95).d().isEmpty());
    assertTrue(PooledEffect.derived(1.4, 1, 1, 1, 0.95).d().isEmpty());
  }

  private static List<Double> values(Random random, int n, double shift) {
    return DoubleStream.generate(() -> random.nextGaussian() + shift).limit(n).boxed().toList();
  }

  private static AssociationScores scores(List<Double> x, List<Double> y) {
    return new AssociationScores(
        DoubleStream.concat(x.stream().mapToDouble(it -> it), y.stream().mapToDouble(it -> it))
            .toArray(),
        x.size(),
        y.size());
  }
}
