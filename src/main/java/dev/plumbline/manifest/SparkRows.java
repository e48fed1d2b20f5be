package dev.plumbline.manifest;

import dev.plumbline.core.Cancellation;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;

/// The rows of a query as a cluster sends them.
///
/// A thread of its own takes them from the connection, no further ahead than a few thousand rows,
/// so that a result of any size needs the same memory here. A cluster that falls silent cannot hold
/// the caller beyond a cancellation.
final class SparkRows implements AutoCloseable {
  private static final int BATCH = 512;
  private static final int BATCHES_AHEAD = 8;
  private static final long LOOK_MILLIS = 50;

  private final BlockingQueue<List<Row>> batches = new ArrayBlockingQueue<>(BATCHES_AHEAD);
  private final Thread thread;
  private final Runnable interrupt;
  private final Cancellation cancellation;
  private final DoubleConsumer share;
  private final long expected;
  private long taken;
  private volatile Throwable failure;
  private volatile boolean complete;
  private Iterator<Row> current = List.<Row>of().iterator();

  /// @param rows starts the query; called by the thread
  /// @param interrupt ends the query on the cluster; called if not all rows are taken
  /// @param expected how many rows there will be
  /// @param share receives the share of the rows that has come
  SparkRows(
      Supplier<Iterator<Row>> rows,
      Runnable interrupt,
      long expected,
      Cancellation cancellation,
      DoubleConsumer share) {
    this.interrupt = interrupt;
    this.cancellation = cancellation;
    this.expected = expected;
    this.share = share;
    thread = Thread.ofPlatform().daemon().name("cluster-rows").start(() -> take(rows));
  }

  private void take(Supplier<Iterator<Row>> rows) {
    try {
      Iterator<Row> source = rows.get();
      List<Row> batch = new ArrayList<>(BATCH);
      while (source.hasNext()) {
        batch.add(source.next());
        if (batch.size() == BATCH) {
          batches.put(batch);
          batch = new ArrayList<>(BATCH);
        }
      }
      batches.put(batch);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (Exception | Error e) {
      failure = e;
    }
    complete = true;
  }

  /// The next row; empty at the end. To be asked by one thread.
  ///
  /// @throws Failed if the cluster failed
  /// @throws CancellationException if cancelled
  Optional<Row> next() {
    while (!current.hasNext()) {
      boolean last = complete;
      List<Row> batch = poll();
      if (batch != null) {
        current = batch.iterator();
        taken += batch.size();
        share.accept(Math.min(1, (double) taken / Math.max(1, expected)));
      } else if (last) {
        if (failure != null) {
          throw new Failed(failure);
        }
        return Optional.empty();
      }
    }
    return Optional.of(current.next());
  }

  private List<Row> poll() {
    cancellation.check();
    try {
      return batches.poll(complete ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException();
    }
  }

  /// What the cluster failed of.
  Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  @Override
  public void close() {
    if (!complete) {
      thread.interrupt();
      Thread.ofPlatform().daemon().name("cluster-interrupt").start(interrupt);
    }
  }

  /// The cluster failed while it sent rows.
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private Failed(Throwable cause) {
      super(cause);
    }
  }
}
