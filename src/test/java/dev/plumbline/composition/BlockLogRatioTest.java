package dev.plumbline.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumbline.core.Interval;
import org.junit.jupiter.api.Test;

class BlockLogRatioTest {
  /// t for 2 degrees of freedom, from a table.
  private static final double T2 = 4.302652729911275;

  @Test
  void isWoodruffsByHand() {
    // T = 12 and 24; z = 2/12 - 6/24, 4/12 - 8/24, 6/12 - 10/24 = -1/12, 0, 1/12.
    Interval interval =
        new BlockLogRatio(3, 30)
            .ofRatio(0.5, new Interval(0.5, 0.5, 0.95, "none"), rows(2, 4, 6), rows(6, 8, 10));
    double half = T2 * Math.sqrt(0.9 * 1.5 * 2 / 144);
    assertThat(interval.low()).isCloseTo(0.5 * Math.exp(-half), within(1e-10));
    assertThat(interval.high()).isCloseTo(0.5 * Math.exp(half), within(1e-10));
  }

  @Test
  void blocksThatAreAlikeAddNothingAndDifferencesNeverNarrow() {
    Interval alone = new Interval(-0.3, 0.3, 0.95, "Wald");
    Interval interval = new BlockLogRatio(3, 1000).ofLog(0, alone, 0, rows(5, 5, 5), rows(5, 5, 5));
    assertThat(interval.low()).isEqualTo(-0.3);
    assertThat(interval.high()).isEqualTo(0.3);
  }

  @Test
  void aBlockThatHoldsAllOfACountIsSeenAsOneDraw() {
    Interval one = new BlockLogRatio(4, 4000).ofLog(0, NARROW0, 0, rows(40, 0, 0, 0), even());
    Interval spread = new BlockLogRatio(4, 4000).ofLog(0, NARROW0, 0, rows(11, 9, 10, 10), even());
    assertThat(one.high()).isGreaterThan(10 * spread.high());
  }

  @Test
  void whatWasAddedAgainstZerosIsInTheTotals() {
    Interval interval =
        new BlockLogRatio(2, 1_000_000_000).ofLog(0, NARROW0, 0.5, rows(1, 0), rows(0, 0));
    // z = 1/1.5, 0; mean 1/3; v = 2 · 2/9.
    assertThat(interval.high()).isCloseTo(12.706204736174694 * Math.sqrt(4 / 9.0), within(1e-6));
  }

  private static final Interval NARROW0 = new Interval(0, 0, 0.95, "none");

  private static long[][] even() {
    return rows(10, 10, 10, 10);
  }

  private static long[][] rows(long... counts) {
    return new long[][] {counts};
  }
}
