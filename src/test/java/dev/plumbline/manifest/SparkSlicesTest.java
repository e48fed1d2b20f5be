package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SparkSlicesTest {
  private static final int MOST = 100_000;

  private static long within(SparkSlices.Slice slice, List<SparkSlices.Partition> partitions) {
    long rows = 0;
    for (SparkSlices.Partition partition : partitions) {
      long from = Math.max(slice.from(), partition.first());
      long to = Math.min(slice.to(), partition.first() + partition.rows());
      rows += Math.max(0, to - from);
    }
    return rows;
  }

  @Test
  void nothingIsCutIntoNothing() {
    assertEquals(new SparkSlices(List.of(), 0), SparkSlices.of(List.of()));
  }

  /// Every row is in exactly one slice, no slice is too large, and there are no more than twice as
  /// many as needed.
  @Test
  void slicesCoverEveryRowOnce() {
    Random random = new Random(5);
    for (int trial = 0; trial < 300; trial++) {
      List<SparkSlices.Partition> partitions = new ArrayList<>();
      long rows = 0;
      for (long n = 0; n < random.nextInt(40); n++) {
        long here = 1 + (long) (Math.pow(random.nextDouble(), 6) * 1_000_000);
        partitions.add(new SparkSlices.Partition(n * 3 << 33, here));
        rows += here;
      }
      SparkSlices cut = SparkSlices.of(partitions);
      assertEquals(rows, cut.rows());
      long covered = 0;
      long end = 0;
      for (SparkSlices.Slice slice : cut.slices()) {
        assertTrue(slice.from() >= end && slice.to() > slice.from());
        long here = within(slice, partitions);
        assertTrue(here > 0 && here <= MOST, here + " rows");
        covered += here;
        end = slice.to();
      }
      assertEquals(rows, covered);
      assertTrue(cut.slices().size() <= 2 * (rows / MOST + 1), cut.slices().size() + " slices");
    }
  }
}
