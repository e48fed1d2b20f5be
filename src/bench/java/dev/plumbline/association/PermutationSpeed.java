package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// How fast are permutations? 1,000,000 of 35 against 35, single-threaded against numpy in batches
/// in the same run, on more threads, and exact p of 20 against 20.
///
/// numpy draws the same number of subsets in batches of 20,000 by partially sorting random keys
/// (`argpartition`), by shuffling rows (`permuted`) and by masks of sorted keys; the fastest
/// counts. Times are the best of several rounds. Python is `python3`, or the program named by the
/// property `python`.
public final class PermutationSpeed {
  private static final int TARGETS = 35;
  private static final int DRAWS = 1_000_000;
  private static final int ROUNDS = 7;
  private static final Map<String, String> ONE_THREAD =
      Map.of("OMP_NUM_THREADS", "1", "OPENBLAS_NUM_THREADS", "1", "MKL_NUM_THREADS", "1");
  private static final String NUMPY =
      """
      import sys, time
      import numpy as np
      n, draws, batch = 35, 1000000, 20000
      s = np.sin(np.arange(2 * n) * 1.7)
      s -= s.mean()
      observed = s[:n].sum()
      def keys(rng, m):
          return s[np.argpartition(rng.random((m, 2 * n), dtype=np.float32), n, axis=1)[:, :n]].sum(axis=1)
      def shuffled(rng, m):
          return rng.permuted(np.tile(s, (m, 1)), axis=1)[:, :n].sum(axis=1)
      def masks(rng, m):
          u = rng.random((m, 2 * n), dtype=np.float32)
          return (u < np.partition(u, n, axis=1)[:, n:n + 1]) @ s
      best = None
      for draw in (keys, shuffled, masks):
          for _ in range(2):
              rng = np.random.default_rng(7)
              start = time.perf_counter()
              count = 0
              for _ in range(draws // batch):
                  count += int((draw(rng, batch) >= observed - 1e-12).sum())
              seconds = time.perf_counter() - start
              if best is None or seconds < best[0]:
                  best = (seconds, draw.__name__, (1 + count) / (1 + draws))
      print(best[0], best[1], best[2], np.__version__)
      """;

  private PermutationSpeed() {}

  /// Prints seconds and ratios.
  public static void main(String[] args) throws IOException, InterruptedException {
    AssociationScores s = scores(TARGETS);
    double single = seconds(s, DRAWS, 1);
    say(
        "%,d permutations of %d against %d on 1 thread: %.1f ms",
        DRAWS, TARGETS, TARGETS, 1e3 * single);
    numpy(s, single);
    int cores = Runtime.getRuntime().availableProcessors();
    double oneOfMany = seconds(s, 10 * DRAWS, 1);
    for (int threads = 2; threads <= Math.max(2, cores); threads *= 2) {
      double many = seconds(s, 10 * DRAWS, threads);
      say(
          "%,d permutations on %d threads: %.1f ms, %.2f times as fast as on 1 (%d cores)",
          10 * DRAWS, threads, 1e3 * many, oneOfMany / many, cores);
    }
    AssociationScores twenty = scores(20);
    double exact = seconds(twenty, Long.MAX_VALUE, 1);
    say("exact p of 20 against 20 (137,846,528,820 partitions): %.0f ms", 1e3 * exact);
    for (int n : new int[] {6, 40, 128, 350}) {
      say(
          "100,000 permutations of %d against %d: %.1f ms",
          n, n, 1e3 * seconds(scores(n), 100_000, 1));
    }
  }

  private static AssociationScores scores(int n) {
    double[] values = new double[2 * n];
    Arrays.setAll(values, i -> Math.sin(i * 1.7));
    if (n == 20) {
      Random random = new Random(3);
      Arrays.setAll(values, i -> random.nextGaussian());
    }
    return new AssociationScores(values, n, n);
  }

  /// Best of several rounds; the budget counts the observed partition.
  private static double seconds(AssociationScores s, long draws, int threads) {
    double best = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      p(s, draws, threads);
      best = Math.min(best, (System.nanoTime() - start) / 1e9);
    }
    return best;
  }

  private static PermutationP p(AssociationScores s, long draws, int threads) {
    long budget = draws == Long.MAX_VALUE ? draws : draws + 1;
    return new PermutationTest(budget, Alternative.GREATER, PMethod.PERMUTATION, 7, threads)
        .test(s, EffectSize.of(s, 1), new Cancellation());
  }

  private static void numpy(AssociationScores s, double single)
      throws IOException, InterruptedException {
    String python = System.getProperty("python", "python3");
    Process process;
    try {
      ProcessBuilder builder = new ProcessBuilder(python, "-c", NUMPY).redirectErrorStream(true);
      builder.environment().putAll(ONE_THREAD);
      process = builder.start();
    } catch (IOException e) {
      say("No comparison with numpy: %s cannot be started.", python);
      return;
    }
    String out =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      say("No comparison with numpy: %s", out.lines().reduce((_, last) -> last).orElse(""));
      return;
    }
    String[] words = out.split(" ");
    double seconds = Double.parseDouble(words[0]);
    say(
        "the same in batches by numpy %s (%s, fastest of three ways): %.1f ms; p %.4f there, %.4f"
            + " here",
        words[3], words[1], 1e3 * seconds, Double.parseDouble(words[2]), p(s, DRAWS, 1).p());
    say("ratio: %.1f times as fast as numpy, both on one thread", seconds / single);
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
