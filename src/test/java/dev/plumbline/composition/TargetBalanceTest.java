package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Figures to compare with were computed by spelling out every caption in Python.
class TargetBalanceTest {
  @Test
  void momentsOfATableWorkedOutByHand() {
    // 200 captions: 130 of X, 80 of Y, 10 of both; A in 50, of these 30 with X and 25 with Y
    TargetBalance balance = new TargetBalance(200, 130, 80, 50, 8, 30, 2, 25, 6);

    assertEquals(0.15, balance.representationX().value(), 1e-12);
    assertEquals(-0.1, balance.representationY().value(), 1e-12);
    assertEquals(0.15, balance.representationBias().orElseThrow(), 1e-12);
    assertEquals((30 - 25) / 200.0, balance.associationXa().value(), 1e-12);
    assertEquals(0, balance.associationYa().value(), 1e-12);
    assertEquals((2 - 4) / 200.0, balance.associationXb().value(), 1e-12);
    assertEquals((6 - 4) / 200.0, balance.associationYb().value(), 1e-12);
    assertEquals(0.025, balance.associationBias().orElseThrow(), 1e-12);
  }

  @Test
  void intervalsOfTheMoments() {
    Moment share = Moment.ofShare(130, 200, 0.5);
    assertEquals(0.081634642808, share.interval().orElseThrow().low(), 1e-9);
    assertEquals(0.212711759191, share.interval().orElseThrow().high(), 1e-9);
    Moment product = Moment.ofProduct(30, 50, 200, 0.5);
    assertEquals(-0.009560431981, product.interval().orElseThrow().low(), 1e-9);
    assertEquals(0.059560431981, product.interval().orElseThrow().high(), 1e-9);
    assertEquals(-0.5, Moment.ofShare(0, 5, 0.5).interval().orElseThrow().low(), 1e-12);
  }

  @Test
  void parityIsZeroAndOnlyOneTargetIsAHalf() {
    TargetBalance even = new TargetBalance(100, 50, 50, 20, 10, 10, 5, 10, 5);
    assertEquals(0, even.representationBias().orElseThrow());
    assertEquals(0, even.associationBias().orElseThrow());
    TargetBalance one = new TargetBalance(100, 100, 0, 100, 0, 100, 0, 0, 0);
    assertEquals(0.5, one.representationBias().orElseThrow());
    assertEquals(0.5, one.associationBias().orElseThrow());
  }

  @Test
  void whatIsUndefinedIsEmpty() {
    TargetBalance none = new TargetBalance(0, 0, 0, 0, 0, 0, 0, 0, 0);
    assertTrue(none.representationBias().isEmpty() && none.associationBias().isEmpty());
    assertTrue(none.associationXa().interval().isEmpty());
    Moment silent = Moment.ofProduct(0, 0, 10, 0.5);
    assertEquals(0, silent.value());
    assertTrue(silent.interval().isEmpty());
    assertThrows(
        IllegalArgumentException.class, () -> new TargetBalance(10, 3, 3, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void theIntervalOfAProductCoversTheTruth() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    double truth = 0.2 * (0.6 - 0.5);
    int covered = 0;
    for (int round = 0; round < 3_000; round++) {
      long attribute = DirichletLogOddsTest.binomial(random, 900, 0.2);
      long both = DirichletLogOddsTest.binomial(random, (int) attribute, 0.6);
      covered +=
          Moment.ofProduct(both, attribute, 900, 0.5).interval().orElseThrow().contains(truth)
              ? 1
              : 0;
    }
    assertEquals(0.95, covered / 3_000.0, 0.015);
  }
}
