package dev.plumbline.association;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubsetSumsTest {
  /// Powers of two, so that a sum names its subset; every subset must come equally often.
  @ParameterizedTest
  @CsvSource({"6,3,20", "7,2,21", "8,1,8", "9,4,126", "9,7,36"})
  void everySubsetIsEquallyLikely(int n, int k, int subsets) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      values[i] = 1 << i;
    }
    int draws = 2000 * subsets;
    SplittableRandom random = new SplittableRandom(5);
    SubsetSums sums = SubsetSums.of(values, k);
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < draws; i++) {
      int subset = (int) sums.next(random);
      assertEquals(k, Integer.bitCount(subset));
      counts.merge(subset, 1, Integer::sum);
    }
    assertEquals(subsets, counts.size());
    double chiSquare = 0;
    for (int count : counts.values()) {
      chiSquare += Math.pow(count - 2000.0, 2) / 2000;
    }
    double freedom = subsets - 1.0;
    assertTrue(Math.abs(chiSquare - freedom) < 5 * Math.sqrt(2 * freedom), "χ² " + chiSquare);
  }

  @Test
  void manyValuesHaveTheMomentsOfDrawingWithoutReplacement() {
    int n = 150;
    int k = 70;
    double[] values = new double[n];
    double mean = 0;
    double square = 0;
    for (int i = 0; i < n; i++) {
      values[i] = Math.sin(i) * i;
      mean += values[i] / n;
    }
    for (double value : values) {
      square += (value - mean) * (value - mean) / n;
    }
    SubsetSums sums = SubsetSums.of(values, k);
    assertInstanceOf(BitSubsetSums.class, sums);
    SplittableRandom random = new SplittableRandom(6);
    int draws = 200_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double centred = sums.next(random) - k * mean;
      sum += centred;
      squares += centred * centred;
    }
    double variance = k * square * (n - k) / (n - 1.0);
    assertEquals(0, sum / draws, 5 * Math.sqrt(variance / draws));
    assertEquals(1, squares / draws / variance, 5 * Math.sqrt(2.0 / draws));
  }
}
