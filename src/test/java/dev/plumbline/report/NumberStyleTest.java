package dev.plumbline.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.core.Interval;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NumberStyleTest {
  private final NumberStyle numbers = new NumberStyle(Locale.ENGLISH);

  @Test
  void writesATrueMinusSignAndNoSignOnZero() {
    assertEquals("−1.20", numbers.decimal(-1.2, 2));
    assertEquals("0.00", numbers.decimal(-0.004, 2));
    assertEquals("0.00", numbers.signed(0.004, 2));
    assertEquals("+0.34", numbers.signed(0.341, 2));
    assertEquals("−0.53", numbers.signed(-0.53, 2));
  }

  @Test
  void dropsTheLeadingZeroOnlyWhereValuesCannotExceedOne() {
    assertEquals(".71", numbers.correlation(0.71));
    assertEquals("−.53", numbers.correlation(-0.53));
    assertEquals("1.00", numbers.correlation(0.999));
    assertEquals(
        "[−.24, .91]", numbers.correlationInterval(new Interval(-.24, .91, .95, "Fisher z")));
    assertEquals("q = .012", numbers.probability("q", 0.012));
    assertEquals("q < .001", numbers.probability("q", 0.0001));
    assertEquals("p = 1.000", numbers.probability("p", 1));
  }

  @Test
  void writesSharesAsPerCentAndGroupsCounts() {
    assertEquals("12.6\u00a0%", numbers.percent(0.126));
    assertEquals("24,000", numbers.count(24_000));
  }

  @Test
  void writesAnInterval() {
    assertEquals("[0.21, 0.80]", numbers.interval(new Interval(.21, .8, .95, "bootstrap"), 2));
  }
}
