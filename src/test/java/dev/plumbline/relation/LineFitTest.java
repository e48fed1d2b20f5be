package dev.plumbline.relation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Interval;
import org.junit.jupiter.api.Test;

class LineFitTest {
  /// Residuals of y = 1 + 2x of +1, −2, +1 leave slope 2, intercept 1, s² = 6.
  private static final double[] X = {1, 2, 3};

  private static final double[] Y = {4, 3, 8};

  @Test
  void theLineAndItsBandAreThoseOfTheHandComputation() {
    LineFit fit = LineFit.of(X, Y, 0.95).orElseThrow();
    assertEquals(2, fit.slope(), 1e-12);
    assertEquals(1, fit.intercept(), 1e-12);
    assertEquals(5, fit.predict(2), 1e-12);
    double t = Math.tan(Math.PI * 0.475);
    Interval middle = fit.at(2);
    assertEquals(5 + t * Math.sqrt(6) / Math.sqrt(3), middle.high(), 1e-9);
    Interval end = fit.at(3);
    assertEquals(7 - t * Math.sqrt(6) * Math.sqrt(1.0 / 3 + 1.0 / 2), end.low(), 1e-9);
  }

  @Test
  void twoPointsOrOneXHaveNoLine() {
    assertTrue(LineFit.of(new double[] {1, 2}, new double[] {1, 2}, 0.95).isEmpty());
    assertTrue(LineFit.of(new double[] {1, 1, 1}, new double[] {1, 2, 3}, 0.95).isEmpty());
  }
}
