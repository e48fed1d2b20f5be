package dev.plumbline.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Interval;
import dev.plumbline.core.ModelId;
import java.util.List;
import org.junit.jupiter.api.Test;

class WilsonTest {
  private static Score score(String metric, double value, long n) {
    return new Score(new ModelId("m"), "things", metric, value, n, "measured");
  }

  /// Ten of twenty: centre 0.5, half width z/√(n+z²)/2 by hand.
  @Test
  void halfOfTwentyIsSymmetric() {
    double z = 1.959963984540054;
    double half = z / (2 * Math.sqrt(20 + z * z));
    Interval interval = Wilson.interval(10, 20);
    assertEquals(0.5 - half, interval.low(), 1e-15);
    assertEquals(0.5 + half, interval.high(), 1e-15);
  }

  @Test
  void noneOfTenReachesZSquaredOverItself() {
    double z = 1.959963984540054;
    Interval interval = Wilson.interval(0, 10);
    assertEquals(0, interval.low());
    assertEquals(z * z / (10 + z * z), interval.high(), 1e-15);
  }

  @Test
  void onlySharesOfAKnownNumberOfItemsHaveOne() {
    Score share = score("acc1", 0.7325, 400);
    List<Score> without =
        List.of(
            score("acc1", 0.7325, 0),
            score("acc1", 0.7319, 400),
            score("mean_per_class_recall", 0.5, 400));
    assertEquals(Wilson.interval(293, 400), Wilson.intervals(List.of(share)).get(share));
    assertTrue(Wilson.intervals(without).isEmpty());
  }
}
