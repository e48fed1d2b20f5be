package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.DoubleConsumer;
import org.apache.spark.sql.connect.SparkSession;

/// Calls to a cluster on threads of their own, so that a server that does not answer cannot hold
/// the caller beyond a cancellation.
///
/// @param spark the client
/// @param server for complaints
/// @param progress of what runs
record SparkCalls(SparkSession spark, EngineAddress.Server server, SparkProgress progress) {
  private static final long LOOK_MILLIS = 50;
  private static final long INTERRUPT_MILLIS = 800;

  /// Runs something on the cluster.
  ///
  /// @throws QueryException if it fails
  <T> T run(Callable<T> work, Cancellation cancellation, DoubleConsumer share) {
    cancellation.check();
    progress.start();
    FutureTask<T> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("cluster-query").start(task);
    while (true) {
      try {
        T result = task.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        cancellation.check();
        return result;
      } catch (TimeoutException _) {
        if (cancellation.cancelled()) {
          interrupt(task);
          throw new CancellationException();
        }
        progress.share().ifPresent(share);
      } catch (ExecutionException e) {
        cancellation.check();
        throw QueryException.ofCluster(e.getCause(), server);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        interrupt(task);
        throw new CancellationException();
      }
    }
  }

  /// Asks the server to stop what runs, and waits a moment for it to do so.
  private void interrupt(FutureTask<?> task) {
    Thread.ofPlatform().daemon().name("cluster-interrupt").start(this::interruptAll);
    await(task);
  }

  /// Asks the server to stop what runs.
  void interruptAll() {
    try {
      spark.interruptAll();
    } catch (Exception _) {
      // The connection is gone: nothing left to stop.
    }
  }

  /// Does the last work and lets the client go, within a moment; the server forgets sessions by
  /// itself.
  void close(Runnable last) {
    FutureTask<Void> closing =
        new FutureTask<>(
            () -> {
              last.run();
              spark.close();
              return null;
            });
    Thread.ofPlatform().daemon().name("cluster-close").start(closing);
    await(closing);
  }

  private static void await(FutureTask<?> task) {
    try {
      task.get(INTERRUPT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      // It has ended by failing, or will be left to end by itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
