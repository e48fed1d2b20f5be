package dev.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ProportionTest {
  @Test
  void intervalsAreThoseOfThePapers() {
    // Newcombe 1998, table II, method 10: 56/70 against 48/80, 9/10 against 3/10, 10/10 against
    // 0/10.
    assertBounds(0.0524, 0.3339, new Proportion(56, 70).minus(new Proportion(48, 80)));
    assertBounds(0.1705, 0.8090, new Proportion(9, 10).minus(new Proportion(3, 10)));
    assertBounds(0.6075, 1.0000, new Proportion(10, 10).minus(new Proportion(0, 10)));
    // Newcombe 1998 (single proportion), method 3: 81/263 and 0/20.
    assertBounds(0.2553, 0.3662, new Proportion(81, 263).wilson());
    assertBounds(0.0000, 0.1611, new Proportion(0, 20).wilson());
  }

  private static void assertBounds(double low, double high, Interval interval) {
    assertEquals(low, interval.low(), 5e-5);
    assertEquals(high, interval.high(), 5e-5);
  }
}
