package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class CramersVTest {
  @Test
  void aTableWorkedOutByHand() {
    // φ² = (30·40 − 10·20)² / (40·60·50·50) = 1/6; V² = (1/6 − 1/99) / (98/99) = 93/588
    assertEquals(Math.sqrt(93.0 / 588), CramersV.of(30, 10, 20, 40).orElseThrow(), 1e-12);
  }

  @Test
  void fullDependenceIsOneAndIndependenceZero() {
    assertEquals(1, CramersV.of(7, 0, 0, 5).orElseThrow(), 1e-12);
    assertEquals(1, CramersV.of(0, 7, 5, 0).orElseThrow(), 1e-12);
    assertEquals(0, CramersV.of(10, 20, 30, 60).orElseThrow());
    assertEquals(0, CramersV.of(2, 1, 1, 2).orElseThrow(), "φ² = 1/9 is below the bias of 1/5");
  }

  @Test
  void emptyMarginsAndTinyTablesAreUndefined() {
    assertEquals(OptionalDouble.empty(), CramersV.of(0, 0, 3, 4));
    assertEquals(OptionalDouble.empty(), CramersV.of(3, 0, 4, 0));
    assertEquals(OptionalDouble.empty(), CramersV.of(1, 0, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> CramersV.of(-1, 2, 3, 4));
  }

  @Test
  void billionsOfRowsDoNotOverflow() {
    long n = 4_000_000_000L;
    assertEquals(Math.sqrt(1.0 / 6), CramersV.of(3 * n, n, 2 * n, 4 * n).orElseThrow(), 1e-9);
  }

  /// Against Pearson's χ² summed over expected counts and Bergsma's formula for any table size.
  @Test
  void agreesWithTheGeneralFormulaAndIgnoresTheOrderOfLists() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int round = 0; round < 2_000; round++) {
      long[] n = random.longs(4, 1, 200).toArray();
      double v = CramersV.of(n[0], n[1], n[2], n[3]).orElseThrow();

      assertEquals(reference(new double[][] {{n[0], n[1]}, {n[2], n[3]}}), v, 1e-7);
      assertEquals(v, CramersV.of(n[2], n[3], n[0], n[1]).orElseThrow(), 1e-7);
      assertEquals(v, CramersV.of(n[0], n[2], n[1], n[3]).orElseThrow(), 1e-7);
      assertTrue(v >= 0 && v <= 1);
    }
  }

  private static double reference(double[][] table) {
    int r = table.length;
    int c = table[0].length;
    double n = 0;
    double[] rows = new double[r];
    double[] columns = new double[c];
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < c; j++) {
        rows[i] += table[i][j];
        columns[j] += table[i][j];
        n += table[i][j];
      }
    }
    double chi = 0;
    for (int i = 0; i < r; i++) {
      for (int j = 0; j < c; j++) {
        double expected = rows[i] * columns[j] / n;
        chi += (table[i][j] - expected) * (table[i][j] - expected) / expected;
      }
    }
    double phi = Math.max(0, chi / n - (r - 1.0) * (c - 1) / (n - 1));
    double rows2 = r - (r - 1.0) * (r - 1) / (n - 1);
    double columns2 = c - (c - 1.0) * (c - 1) / (n - 1);
    return Math.sqrt(phi / Math.min(rows2 - 1, columns2 - 1));
  }
}
