package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.PlumblineException;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StimulusBootstrapTest {
  private static final double[][] A = {{1, 0, 0.1}, {0.9, 0.2, 0}};
  private static final double[][] B = {{0, 1, 0}, {0.1, 0.8, 0.3}};

  /// Formulas computed apart from the class: a one-sample mean, whose BCa is in the textbooks.
  @Test
  void biasAndAccelerationFollowTheirFormulas() {
    double[] sample = {1, 2, 4, 8, 16};
    double mean = 6.2;
    double[] without = new double[5];
    for (int i = 0; i < 5; i++) {
      without[i] = (31 - sample[i]) / 4;
    }
    double[] sorted =
        IntStream.range(0, 100).mapToDouble(i -> i < 60 ? 3 + i / 100.0 : 9).toArray();
    BcaCorrection it = BcaCorrection.of(sorted, mean, new double[][] {without, {5}});
    double cubes = Arrays.stream(sample).map(v -> Math.pow(v - mean, 3)).sum();
    double squares = Arrays.stream(sample).map(v -> Math.pow(v - mean, 2)).sum();
    assertEquals(cubes / (6 * Math.pow(squares, 1.5)), it.acceleration(), 1e-12);
    assertEquals(0.2533471031357997, it.bias(), 1e-9);
    double z = it.bias() - 1.959963984540054;
    double expected = it.bias() + z / (1 - it.acceleration() * z);
    assertEquals(expected, quantile(it.corrected(0.025)), 1e-7);
  }

  private static double quantile(double share) {
    return new org.hipparchus.distribution.continuous.NormalDistribution()
        .inverseCumulativeProbability(share);
  }

  @Test
  void withoutBiasAndAccelerationBcaIsThePercentileInterval() {
    assertEquals(0.025, new BcaCorrection(0, 0).corrected(0.025), 1e-12);
  }

  @Test
  void whereBcaIsNotDefinedItSaysWhy() {
    double[] sorted = {1, 2, 3};
    double[][] some = {{1, 2}};
    for (double estimate : new double[] {0, 4}) {
      assertThrows(PlumblineException.class, () -> BcaCorrection.of(sorted, estimate, some));
    }
    double[][] missing = {{1, Double.NaN}};
    assertThrows(PlumblineException.class, () -> BcaCorrection.of(sorted, 2, missing));
    assertThrows(PlumblineException.class, () -> new BcaCorrection(0, 0.9).corrected(0.99));
    assertEquals(0, BcaCorrection.of(sorted, 2, new double[][] {{1, 1}, {2}}).acceleration());
  }

  @Test
  void bothIntervalsHaveTheirLevelAndName() {
    Random random = new Random(3);
    double[][] x = vectors(random, 12, 0.4);
    double[][] y = vectors(random, 15, 0);
    AssociationSettings settings =
        new AssociationSettings(1, Alternative.GREATER, 100, 2000, 0.9, 4);
    Interval percentile = interval(settings, x, y);
    Interval bca = interval(settings.withIntervalMethod(IntervalMethod.BCA), x, y);
    assertTrue(percentile.method().startsWith("percentile bootstrap"));
    assertTrue(bca.method().startsWith("BCa bootstrap"));
    assertNotEquals(percentile.low(), bca.low());
    assertEquals(percentile.low(), bca.low(), 0.3);
    assertEquals(percentile.high(), bca.high(), 0.3);
    assertEquals(0.9, bca.level());
  }

  /// Two stimuli a target: leaving one out of each leaves groups that still differ, but resamples
  /// often repeat one stimulus; where BCa fails the percentile interval is named as such.
  @Test
  void aPercentileIntervalStandsInForABcaThatDoesNotExist() {
    double[][] x = {{1, 0, 0}, {1, 0.0, 0}};
    double[][] y = {{0, 1, 0}, {0, 1, 0}};
    AssociationSettings settings =
        new AssociationSettings(1, Alternative.GREATER, 100, 300, 0.95, 4)
            .withIntervalMethod(IntervalMethod.BCA);
    BootstrapInterval it =
        new EmbeddingAssociation(settings).interval(x, y, A, B, new Cancellation());
    assertTrue(it.interval().isPresent());
    Interval interval = it.interval().get();
    if (interval.method().startsWith("percentile")) {
      assertTrue(it.note().orElseThrow().contains("BCa"));
    }
    double[][] one = {{1, 0, 0}};
    assertTrue(
        new EmbeddingAssociation(settings)
            .interval(one, y, A, B, new Cancellation())
            .interval()
            .isEmpty());
  }

  private static Interval interval(AssociationSettings settings, double[][] x, double[][] y) {
    return new EmbeddingAssociation(settings)
        .interval(x, y, A, B, new Cancellation())
        .interval()
        .orElseThrow();
  }

  private static double[][] vectors(Random random, int n, double shift) {
    double[][] vectors = new double[n][3];
    for (double[] vector : vectors) {
      Arrays.setAll(vector, j -> random.nextGaussian() + (j == 0 ? shift : 0));
    }
    return vectors;
  }
}
