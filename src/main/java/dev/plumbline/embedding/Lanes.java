package dev.plumbline.embedding;

import dev.plumbline.core.Arguments;

/// How a processor is shared: graphs run side by side, each on threads of its own. One thread a run
/// wastes none on waiting for others, so there are as many runs as threads and work allow.
///
/// @param runs graphs running at a time
/// @param threads threads of each
record Lanes(int runs, int threads) {
  /// Each run needs memory for its intermediate values.
  private static final int MOST_RUNS = 8;

  Lanes {
    Arguments.check(runs > 0 && threads > 0, "runs and threads must be positive");
  }

  /// The lanes for a number of batches on so many threads.
  static Lanes of(int threads, int batches) {
    int runs = Math.clamp(batches, 1, Math.min(threads, MOST_RUNS));
    return new Lanes(runs, threads / runs);
  }
}
