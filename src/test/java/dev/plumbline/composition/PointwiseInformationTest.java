package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class PointwiseInformationTest {
  @Test
  void knownCounts() {
    // p(u)=0.5, p(v)=0.4, p(u,v)=0.3: ln 1.5
    assertEquals(
        Math.log(1.5), PointwiseInformation.of(30, 50, 40, 100).orElseThrow().value(), 1e-12);
    assertEquals(0, PointwiseInformation.of(20, 50, 40, 100).orElseThrow().value(), 1e-12);
    PointwiseInformation everywhere = PointwiseInformation.of(9, 9, 9, 9).orElseThrow();
    assertEquals(0, everywhere.value(), 1e-12);
    assertEquals(0, everywhere.interval().high(), 1e-6);
    assertTrue(PointwiseInformation.of(0, 5, 5, 10).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> PointwiseInformation.of(6, 5, 9, 10));
  }

  /// The delta method against the derivative taken numerically.
  @Test
  void theErrorAgreesWithANumericalGradient() {
    double[] p = {0.03, 0.07, 0.05, 0.85};
    double variance = 0;
    double mean = 0;
    for (int i = 0; i < 4; i++) {
      double h = 1e-6;
      double[] more = p.clone();
      double[] less = p.clone();
      more[i] += h;
      less[i] -= h;
      double gradient = (pmi(more) - pmi(less)) / (2 * h);
      variance += p[i] * gradient * gradient;
      mean += p[i] * gradient;
    }
    double error = Math.sqrt((variance - mean * mean) / 10_000);
    PointwiseInformation found = PointwiseInformation.of(300, 1000, 800, 10_000).orElseThrow();
    assertEquals(found.value() + 1.959964 * error, found.interval().high(), 1e-6);
  }

  private static double pmi(double[] p) {
    return Math.log(p[0] / ((p[0] + p[1]) * (p[0] + p[2])));
  }

  @Test
  void theIntervalCoversTheTruth() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    double truth = Math.log(0.06 / (0.15 * 0.2));
    int covered = 0;
    for (int round = 0; round < 3_000; round++) {
      int n = 2_000;
      long u = DirichletLogOddsTest.binomial(random, n, 0.15);
      long both = DirichletLogOddsTest.binomial(random, (int) u, 0.4);
      long onlyV = DirichletLogOddsTest.binomial(random, n - (int) u, 0.14 / 0.85);
      covered +=
          PointwiseInformation.of(both, u, both + onlyV, n).orElseThrow().interval().contains(truth)
              ? 1
              : 0;
    }
    assertEquals(0.95, covered / 3_000.0, 0.015);
  }

  @Test
  void aPairSaysWhyItHasNoNumbers() {
    CoOccurrenceCell never = new CoOccurrenceCell("g", "a", 0, 5, 6, 100);
    assertTrue(never.pmi().isEmpty() && never.logOddsRatio().isPresent());
    assertTrue(never.reason().orElseThrow().contains("never"));
    CoOccurrenceCell silent = new CoOccurrenceCell("g", "a", 0, 0, 6, 100);
    assertTrue(silent.logOddsRatio().isEmpty());
    assertTrue(silent.reason().orElseThrow().contains("mentions g"));
    assertTrue(
        new CoOccurrenceCell("g", "a", 6, 100, 6, 100).reason().orElseThrow().contains("Every"));
    CoOccurrenceCell pair = new CoOccurrenceCell("g", "a", 30, 50, 40, 100);
    assertEquals(Math.log(30.0 * 40 / (20 * 10)), pair.logOddsRatio().orElseThrow().value(), 1e-12);
    assertTrue(pair.reason().isEmpty());
  }
}
