package dev.plumbline.relation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void stepsDownFromTheSmallest() {
    assertArrayEquals(
        new double[] {0.06, 0.03, 0.06, 0.02},
        Holm.adjust(new double[] {0.03, 0.01, 0.04, 0.005}),
        1e-15);
  }

  @Test
  void whatDoesNotExistIsNoMemberOfTheFamily() {
    assertEquals(
        List.of(OptionalDouble.of(0.02), OptionalDouble.empty(), OptionalDouble.of(0.5)),
        Holm.adjust(
            List.of(OptionalDouble.of(0.01), OptionalDouble.empty(), OptionalDouble.of(0.5))));
  }

  @Test
  void isNeverBelowBenjaminiHochbergNorAboveBonferroni() {
    Random random = new Random(5);
    for (int round = 0; round < 200; round++) {
      double[] p = random.doubles(1 + random.nextInt(30)).toArray();
      double[] holm = Holm.adjust(p);
      double[] hochberg = BenjaminiHochberg.adjust(p);
      for (int i = 0; i < p.length; i++) {
        assertTrue(holm[i] >= hochberg[i] - 1e-15);
        assertTrue(holm[i] <= Math.min(1, p.length * p[i]) + 1e-15);
      }
    }
  }
}
