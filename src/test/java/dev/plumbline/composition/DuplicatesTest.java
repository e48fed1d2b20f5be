package dev.plumbline.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Interval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DuplicatesTest {
  private static Duplicates sampled(long rate, long rows, long kept, long keptRows) {
    return new Duplicates(DuplicateKey.URL, rows, 0, rate, kept, keptRows, 1, List.of());
  }

  @Test
  void whatIsCountedHasNoInterval() {
    Duplicates counted = sampled(1, 10, 7, 10);

    assertEquals(7, counted.distinct());
    assertEquals(3, counted.repeats());
    assertEquals(0.3, counted.share().orElseThrow());
    assertEquals(Optional.empty(), counted.distinctInterval());
    assertEquals(Optional.empty(), counted.shareInterval());
    assertEquals("exact count", counted.method());
  }

  @Test
  void withoutATextThereIsNoShareButAReason() {
    for (long rate : new long[] {1, 8}) {
      Duplicates none = sampled(rate, 0, 0, 0);
      assertEquals(OptionalDouble.empty(), none.share());
      assertEquals(Optional.empty(), none.shareInterval());
      assertEquals("No row has a url.", none.reason().orElseThrow());
    }
  }

  /// A test of D by its score is on the brink of rejecting the bounds.
  @Test
  void theBoundsSolveTheScoreEquation() {
    Duplicates it = sampled(4, 1000, 100, 150);
    double z = 1.959963984540054;
    double half = Math.sqrt(0.75 * 100 + z * z * 0.75 * 0.75 / 4);
    Interval interval = it.distinctInterval().orElseThrow();

    assertEquals(400, it.distinct());
    assertEquals(Math.floor(4 * (100 + z * z * 0.75 / 2 - z * half)), interval.low());
    assertEquals(Math.ceil(4 * (100 + z * z * 0.75 / 2 + z * half)), interval.high());
    for (double bound : new double[] {337.0, 475.0}) {
      assertEquals(bound, bound < 400 ? interval.low() : interval.high(), 1);
      double score = (100 - bound / 4) / Math.sqrt(bound * 0.25 * 0.75);
      assertEquals(z, Math.abs(score), 0.03);
    }
    assertEquals(600, it.repeats());
    assertEquals(0.6, it.share().orElseThrow());
    Interval share = it.shareInterval().orElseThrow();
    assertEquals((1000 - interval.high()) / 1000, share.low());
    assertEquals((1000 - interval.low()) / 1000, share.high());
    assertTrue(share.method().contains("1 in 4"));
  }

  @Test
  void whatWasSeenBoundsEstimateAndInterval() {
    Duplicates allDistinct = sampled(4, 1000, 260, 260);
    assertEquals(1000, allDistinct.distinct());
    assertEquals(1000, allDistinct.distinctInterval().orElseThrow().high());
    Duplicates oneText = sampled(4, 1000, 1, 1000);
    assertEquals(1, oneText.distinct());
    assertEquals(1, oneText.distinctInterval().orElseThrow().high());
    Duplicates nothingKept = sampled(1024, 1000, 0, 0);
    assertEquals(1, nothingKept.distinct());
    assertEquals(1000, nothingKept.distinctInterval().orElseThrow().high());
  }

  @Test
  void countsThatDoNotFitAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> sampled(1, 10, 3, 9));
    assertThrows(IllegalArgumentException.class, () -> sampled(2, 10, 3, 2));
    assertThrows(IllegalArgumentException.class, () -> sampled(2, 10, 3, 11));
    assertThrows(IllegalArgumentException.class, () -> new DistinctSampling(3));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "8388608,1", "8388609,2", "16777216,2", "16777217,4", "12800000000,2048"})
  void theRateIsTheLowestThatKeepsNoMoreThanTheMost(long rows, long rate) {
    assertEquals(rate, DistinctSampling.of(rows, DistinctSampling.MOST_KEPT).rate());
  }

  /// Texts are kept or not with the hash's probability; some occur often, as captions do.
  @ParameterizedTest
  @CsvSource({"20,2", "200,2", "200,16", "5000,4", "5000,64", "40000,256"})
  void theIntervalCoversAsOftenAsItSays(int distinct, int rate) {
    Random random = new Random(7L * distinct + rate);
    int rounds = 4000;
    int covered = 0;
    double sum = 0;
    for (int round = 0; round < rounds; round++) {
      long rows = 0;
      long kept = 0;
      long keptRows = 0;
      for (int text = 0; text < distinct; text++) {
        int copies = text % 50 == 0 ? 400 : 1 + (text & 1);
        rows += copies;
        if (random.nextInt(rate) == 0) {
          kept++;
          keptRows += copies;
        }
      }
      Duplicates it = sampled(rate, rows, kept, keptRows);
      double share = (double) (rows - distinct) / rows;
      sum += (double) rate * kept;
      if (it.shareInterval().orElseThrow().contains(share)) {
        covered++;
      }
    }
    double coverage = (double) covered / rounds;
    assertTrue(coverage > 0.935 && coverage <= 1, distinct + " 1/" + rate + ": " + coverage);
    double error = Math.sqrt((double) distinct * (rate - 1) / rounds);
    assertEquals(distinct, sum / rounds, 5 * error, "bias");
  }

  @Test
  void differencesOfCountsAreExactAndOthersAsWideAsBoth() {
    Duplicates counted = sampled(1, 1000, 900, 1000);
    Duplicates more = sampled(1, 500, 300, 500);
    DuplicateDifference exact = new DuplicateDifference(counted, more);
    assertEquals(0.4 - 0.1, exact.difference().orElseThrow(), 1e-15);
    assertEquals(Optional.empty(), exact.interval());
    assertEquals("exact count", exact.method());

    Duplicates estimated = sampled(4, 1000, 150, 220);
    DuplicateDifference half = new DuplicateDifference(counted, estimated);
    Interval own = estimated.shareInterval().orElseThrow();
    Interval interval = half.interval().orElseThrow();
    assertEquals(own.low() - 0.1, interval.low(), 1e-12);
    assertEquals(own.high() - 0.1, interval.high(), 1e-12);
    Interval none = new DuplicateDifference(estimated, estimated).interval().orElseThrow();
    double width = Math.hypot(own.high() - 0.4, 0.4 - own.low());
    assertEquals(width, none.high(), 1e-12);
    assertEquals(-width, none.low(), 1e-12);
    DuplicateDifference undefined = new DuplicateDifference(counted, sampled(1, 0, 0, 0));
    assertTrue(undefined.difference().isEmpty() && undefined.interval().isEmpty());
    assertTrue(undefined.reason().isPresent());
  }
}
