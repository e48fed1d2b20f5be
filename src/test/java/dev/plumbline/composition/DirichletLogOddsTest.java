package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class DirichletLogOddsTest {
  @Test
  void aWordWorkedOutByHand() {
    // (32.5 / 77.5) against (12.5 / 117.5); variance 1/32.5 + 1/12.5
    DirichletLogOdds word = DirichletLogOdds.of(30, 100, 10, 120, 2.5, 10).orElseThrow();

    assertEquals(Math.log(32.5 * 117.5 / (77.5 * 12.5)), word.value(), 1e-12);
    assertEquals(Math.sqrt(1 / 32.5 + 1 / 12.5), word.error(), 1e-12);
    assertEquals(word.value() / word.error(), word.z(), 1e-12);
    assertEquals(word.value() - 1.959964 * word.error(), word.interval().low(), 1e-12);
    assertEquals(0.95, word.interval().level());
  }

  @Test
  void changingSidesChangesTheSign() {
    DirichletLogOdds one = DirichletLogOdds.of(30, 100, 10, 120, 2.5, 10).orElseThrow();
    DirichletLogOdds other = DirichletLogOdds.of(10, 120, 30, 100, 2.5, 10).orElseThrow();
    assertEquals(one.z(), -other.z(), 1e-12);
    assertEquals(0, DirichletLogOdds.of(5, 50, 5, 50, 1, 9).orElseThrow().value(), 1e-12);
  }

  @Test
  void aStrongPriorDrawsAWordToZeroAndNoneLeavesItsOddsRatio() {
    double without = Math.log(30.0 * 110 / (70 * 10));
    assertEquals(
        without, DirichletLogOdds.of(30, 100, 10, 120, 1e-9, 1e-8).orElseThrow().value(), 1e-6);
    double last = without;
    for (double prior = 1; prior < 1e7; prior *= 10) {
      double value = DirichletLogOdds.of(30, 100, 10, 120, prior, 10 * prior).orElseThrow().value();
      assertTrue(Math.abs(value) < last);
      last = Math.abs(value);
    }
    assertEquals(0, last, 1e-3);
  }

  @Test
  void withoutPriorOrWithoutOtherWordsThereIsNone() {
    assertTrue(DirichletLogOdds.of(0, 10, 0, 10, 0, 5).isEmpty());
    assertTrue(DirichletLogOdds.of(10, 10, 3, 3, 5, 5).isEmpty());
    assertThrows(IllegalArgumentException.class, () -> DirichletLogOdds.of(11, 10, 0, 10, 1, 5));
  }

  /// Two corpora of one source: z is about standard normal for a word that is not rare.
  @Test
  void zIsStandardNormalWhereThereIsNoDifference() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    int rounds = 4_000;
    double squares = 0;
    int beyond = 0;
    for (int i = 0; i < rounds; i++) {
      long one = binomial(random, 4000, 0.05);
      long other = binomial(random, 6000, 0.05);
      double z = DirichletLogOdds.of(one, 4000, other, 6000, 0.5, 10).orElseThrow().z();
      squares += z * z;
      beyond += Math.abs(z) > 1.959964 ? 1 : 0;
    }
    assertEquals(1, squares / rounds, 0.12);
    assertEquals(0.05, (double) beyond / rounds, 0.02);
  }

  static long binomial(RandomGenerator random, int n, double p) {
    long hits = 0;
    for (int i = 0; i < n; i++) {
      hits += random.nextDouble() < p ? 1 : 0;
    }
    return hits;
  }
}
