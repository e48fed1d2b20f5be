package dev.plumbline.study;

import dev.plumbline.core.Cancellation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Pieces of work done side by side, their results in the order of the pieces.
///
/// @param <T> result of a piece
final class SideBySide<T> {
  private static final long PAUSE_NANOS = 100_000_000L;

  private final List<Callable<T>> work;
  private final List<Integer> ranks;
  private final int[] turns;
  private final Cancellation cancellation;
  private final Object[] results;
  private int next;
  private long told;
  private boolean first = true;

  /// Work to be done in the order of `ranks`, the lowest first, equal ones in their order.
  ///
  /// @param ranks one a piece
  SideBySide(List<Callable<T>> work, List<Integer> ranks, Cancellation cancellation) {
    this.work = work;
    this.ranks = List.copyOf(ranks);
    this.turns =
        IntStream.range(0, work.size())
            .boxed()
            .sorted(Comparator.comparing(ranks::get))
            .mapToInt(Integer::intValue)
            .toArray();
    this.cancellation = cancellation;
    this.results = new Object[work.size()];
  }

  /// Does all of it on at most `threads` threads, the caller's among them.
  ///
  /// @param done hears of the first result and of the last of each rank at once, else at most ten
  ///   times a second, what is there, one call at a time
  /// @throws CancellationException if cancelled
  List<T> run(int threads, Consumer<List<T>> done) {
    int helpers = Math.min(threads, work.size()) - 1;
    if (helpers <= 0) {
      takeAll(done);
      return found();
    }
    try (ExecutorService pool =
        Executors.newFixedThreadPool(
            helpers, Thread.ofPlatform().daemon().name("tests-", 0).factory())) {
      List<Future<?>> others = new ArrayList<>();
      for (int i = 0; i < helpers; i++) {
        others.add(pool.submit(() -> takeAll(done)));
      }
      takeAll(done);
      others.forEach(cancellation::await);
    }
    return found();
  }

  private void takeAll(Consumer<List<T>> done) {
    for (int turn = take(); turn < turns.length; turn = take()) {
      cancellation.check();
      T result = call(work.get(turns[turn]));
      finish(turns[turn], result, done);
    }
  }

  private synchronized int take() {
    return next++;
  }

  private synchronized void finish(int index, T result, Consumer<List<T>> done) {
    results[index] = result;
    long now = System.nanoTime();
    if (first || rankDone(ranks.get(index)) || now - told >= PAUSE_NANOS) {
      first = false;
      told = now;
      done.accept(found());
    }
  }

  private boolean rankDone(int rank) {
    return IntStream.range(0, results.length)
        .allMatch(i -> ranks.get(i) != rank || results[i] != null);
  }

  private synchronized List<T> found() {
    @SuppressWarnings("unchecked") // only results of the pieces are put there
    List<T> found = (List<T>) Arrays.stream(results).filter(Objects::nonNull).toList();
    return found;
  }

  private static <T> T call(Callable<T> piece) {
    try {
      return piece.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("A piece of work failed", e);
    }
  }
}
