package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/// Draws handed out in blocks of fixed size to any number of threads.
///
/// The i-th block always gets the i-th generator split off the root, whichever thread takes it; the
/// counts of all blocks are added up.
final class DrawBlocks {
  private final int size;
  private final SplittableRandom root;
  private final Supplier<SubsetSums> sums;
  private final Cancellation cancellation;
  private long left;

  /// What is done with a block.
  @FunctionalInterface
  interface Work {
    /// Draws `draws` times and adds to `counts`.
    void run(SubsetSums sums, SplittableRandom random, int draws, long[] counts);
  }

  private record Block(SplittableRandom random, int draws) {}

  DrawBlocks(
      long draws,
      int size,
      SplittableRandom root,
      Supplier<SubsetSums> sums,
      Cancellation cancellation) {
    this.left = draws;
    this.size = size;
    this.root = root;
    this.sums = sums;
    this.cancellation = cancellation;
  }

  /// Does all blocks on at most `threads` threads, the caller's among them.
  ///
  /// @return counts of the given length
  /// @throws CancellationException if cancelled
  long[] run(int threads, int length, Work work) {
    int helpers = (int) Math.min(threads, (left + size - 1) / size) - 1;
    if (helpers <= 0) {
      return take(length, work);
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            helpers, Thread.ofPlatform().daemon().name("draws-", 0).factory())) {
      List<Future<long[]>> others = new ArrayList<>();
      for (int i = 0; i < helpers; i++) {
        others.add(pool.submit(() -> take(length, work)));
      }
      long[] counts = take(length, work);
      for (Future<long[]> other : others) {
        add(counts, cancellation.await(other));
      }
      return counts;
    }
  }

  private long[] take(int length, Work work) {
    long[] counts = new long[length];
    SubsetSums own = sums.get();
    for (Block block = next(); block != null; block = next()) {
      cancellation.check();
      own.restart();
      work.run(own, block.random(), block.draws(), counts);
    }
    return counts;
  }

  private synchronized Block next() {
    if (left <= 0) {
      return null;
    }
    int draws = (int) Math.min(left, size);
    left -= draws;
    return new Block(root.split(), draws);
  }

  private static void add(long[] to, long[] more) {
    for (int i = 0; i < to.length; i++) {
      to[i] += more[i];
    }
  }
}
