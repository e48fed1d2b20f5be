package dev.plumbline.association;

import java.util.SplittableRandom;

/// Draws a random bit for each value, then takes uniformly chosen members out, or puts others in,
/// until k are left.
///
/// The bits are a uniform subset; given its size c it is uniform among the subsets of that size,
/// and a uniform member taken out (or another put in) leaves it uniform among those of size c ∓ 1,
/// so that every subset of k values is equally likely. For k near n/2 about `√(2n/π)/2` steps are
/// needed instead of k. Sums come from tables of the 256 sums of each eight values.
final class BitSubsetSums implements SubsetSums {
  private static final int BYTES = 8;
  private static final int TRIES = 40;

  private final int n;
  private final int k;
  private final double[] tables;
  private final long[] members;

  BitSubsetSums(double[] values, int k) {
    this.n = values.length;
    this.k = k;
    this.members = new long[(n + 63) / 64];
    this.tables = new double[(n + 15) / 16 << BYTES + 1];
    for (int at = 0; at < tables.length; at++) {
      int first = at >> BYTES << 3;
      double sum = 0;
      for (int bit = 0; bit < 8 && first + bit < n; bit++) {
        sum += (at >> bit & 1) * values[first + bit];
      }
      tables[at] = sum;
    }
  }

  @Override
  public void restart() {
    // a draw leaves nothing behind
  }

  @Override
  public double next(SplittableRandom random) {
    switch (members.length) {
      case 1 -> drawOne(random);
      case 2 -> drawTwo(random);
      default -> repair(drawAll(random), random);
    }
    return sum();
  }

  /// Up to 64 values: most often one of a few tries has k members by itself.
  private void drawOne(SplittableRandom random) {
    int unused = 64 - n;
    long bits = random.nextLong() >>> unused;
    for (int tries = 1; Long.bitCount(bits) != k && tries < TRIES; tries++) {
      bits = random.nextLong() >>> unused;
    }
    members[0] = bits;
    repair(Long.bitCount(bits), random);
  }

  /// Up to 128 values: as well, in two words.
  private void drawTwo(SplittableRandom random) {
    int unused = 128 - n;
    long first = random.nextLong();
    long second = random.nextLong() >>> unused;
    for (int tries = 1;
        Long.bitCount(first) + Long.bitCount(second) != k && tries < TRIES;
        tries++) {
      first = random.nextLong();
      second = random.nextLong() >>> unused;
    }
    members[0] = first;
    members[1] = second;
    repair(Long.bitCount(first) + Long.bitCount(second), random);
  }

  private int drawAll(SplittableRandom random) {
    int size = 0;
    for (int word = 0; word < members.length; word++) {
      int bits = Math.min(64, n - 64 * word);
      members[word] = random.nextLong() >>> 64 - bits;
      size += Long.bitCount(members[word]);
    }
    return size;
  }

  private void repair(int drawn, SplittableRandom random) {
    int size = drawn;
    while (size != k) {
      int i = SubsetSums.below(random, n);
      long bit = 1L << i;
      boolean member = (members[i >> 6] & bit) != 0;
      if (member == size > k) {
        members[i >> 6] ^= bit;
        size += member ? -1 : 1;
      }
    }
  }

  /// Two running sums, so that an addition need not wait for the one before.
  private double sum() {
    double even = 0;
    double odd = 0;
    int table = 0;
    for (long word : members) {
      for (int shift = 0; shift < 64 && table < tables.length; shift += 16) {
        even += tables[table | (int) (word >>> shift) & 0xff];
        odd += tables[table + 256 | (int) (word >>> shift + 8) & 0xff];
        table += 512;
      }
    }
    return even + odd;
  }
}
