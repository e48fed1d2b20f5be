package dev.plumbline.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
  @Test
  void awaitsATaskAndPassesOnWhatItEndedWith() {
    Cancellation cancellation = new Cancellation();
    assertEquals(3, cancellation.await(CompletableFuture.completedFuture(3)));
    PlumblineException sentence = new PlumblineException("A sentence.");
    assertSame(sentence, failure(cancellation, sentence));
    AssertionError error = new AssertionError();
    assertSame(error, failure(cancellation, error));
    IOException checked = new IOException();
    assertSame(checked, failure(cancellation, checked).getCause());
  }

  private static Throwable failure(Cancellation cancellation, Throwable end) {
    return assertThrows(
        Throwable.class, () -> cancellation.await(CompletableFuture.failedFuture(end)));
  }

  @Test
  void doesNotWaitForATaskThatGoesOnAfterTheCancellation() {
    Cancellation cancellation = new Cancellation();
    CompletableFuture<Void> endless = new CompletableFuture<>();
    Thread.ofVirtual().start(cancellation::cancel);
    assertThrows(CancellationException.class, () -> cancellation.await(endless));
    assertTrue(cancellation.cancelled());
  }

  @Test
  void anInterruptedThreadStopsWaitingAndStaysInterrupted() {
    Thread.currentThread().interrupt();
    assertThrows(
        CancellationException.class, () -> new Cancellation().await(new CompletableFuture<>()));
    assertTrue(Thread.interrupted());
  }

  @Test
  void actionsRunOnceAtCancellationOrAtOnce() {
    Cancellation cancellation = new Cancellation();
    AtomicInteger runs = new AtomicInteger();
    AtomicInteger removed = new AtomicInteger();
    cancellation.onCancel(runs::incrementAndGet);
    cancellation.onCancel(removed::incrementAndGet).close();
    cancellation.cancel();
    cancellation.cancel();
    assertEquals(1, runs.get());
    assertEquals(0, removed.get());
    cancellation.onCancel(runs::incrementAndGet);
    assertEquals(2, runs.get());
  }
}
