package dev.plumbline.manifest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineTest {
  private static final String ENDLESS =
      "SELECT sum(hash(a.i * b.i)::HUGEINT) FROM range(1000000) a(i), range(1000000) b(i)";

  @TempDir Path folder;

  private DuckDbEngine small() {
    return DuckDbEngine.open(new EngineSettings(64, 2, Optional.of(folder.resolve("spill"))));
  }

  @Test
  @Timeout(20)
  void aRunningQueryIsCancelledWithinASecond() throws InterruptedException {
    try (DuckDbEngine engine = small();
        QuerySession session = engine.session()) {
      Cancellation cancellation = new Cancellation();
      Thread canceller =
          Thread.ofPlatform()
              .start(
                  () -> {
                    sleep(300);
                    cancellation.cancel();
                  });
      long start = System.nanoTime();
      assertThrows(
          CancellationException.class, () -> session.query(ENDLESS, cancellation, _ -> {}));
      assertTrue((System.nanoTime() - start) / 1e9 < 1.3);
      canceller.join();

      List<Long> again = new ArrayList<>();
      session.query("SELECT 7", new Cancellation(), row -> again.add(row.number(1)));
      assertEquals(List.of(7L), again);
    }
  }

  @Test
  @Timeout(20)
  void aCancellationDuringTheFirstMomentIsNotLost() throws InterruptedException {
    try (DuckDbEngine engine = small()) {
      for (int delay = 0; delay < 10; delay++) {
        Cancellation cancellation = new Cancellation();
        int micros = delay * 200;
        Thread canceller =
            Thread.ofPlatform()
                .start(
                    () -> {
                      long until = System.nanoTime() + micros * 1000L;
                      while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                      }
                      cancellation.cancel();
                    });
        try (QuerySession session = engine.session()) {
          assertThrows(
              CancellationException.class, () -> session.query(ENDLESS, cancellation, _ -> {}));
        }
        canceller.join();
      }
    }
  }

  @Test
  void spilledDataIsGoneAfterClosing() {
    Path spill;
    try (DuckDbEngine engine = small()) {
      spill = engine.temporaryFolder();
      assertTrue(spill.startsWith(folder) && Files.isDirectory(spill));
      try (QuerySession session = engine.session()) {
        long[] groups = new long[1];
        session.query(
            "SELECT count(*) FROM (SELECT i, count(*) FROM range(3000000) t(i) GROUP BY i)",
            new Cancellation(),
            row -> groups[0] = row.number(1));
        assertEquals(3_000_000, groups[0]);
      }
    }
    assertFalse(Files.exists(spill));
  }

  @Test
  void exhaustedMemoryIsToldFromOtherFailures() {
    try (DuckDbEngine engine = small();
        QuerySession session = engine.session()) {
      session.execute("SET max_temp_directory_size = '1MiB'");
      QueryException memory =
          assertThrows(
              QueryException.class,
              () ->
                  session.query(
                      "SELECT list(i ORDER BY hash(i)) FROM range(30000000) t(i)",
                      new Cancellation(),
                      _ -> {}));
      assertTrue(memory.systemic(), memory.detail());
      QueryException syntax =
          assertThrows(
              QueryException.class, () -> session.query("SELEC", new Cancellation(), _ -> {}));
      assertFalse(syntax.systemic());
    }
  }

  @Test
  void aJavaFunctionSeesEveryTextOnce() {
    try (DuckDbEngine engine = small();
        QuerySession session = engine.session()) {
      AtomicInteger calls = new AtomicInteger();
      try (TextFunction twice =
          engine
              .register(
                  text -> {
                    calls.incrementAndGet();
                    return text + text;
                  })
              .orElseThrow()) {
        List<String> results = new ArrayList<>();
        session.query(
            "SELECT " + twice.call("t") + " FROM (VALUES ('a'), (NULL), ('é' || chr(0))) v(t)",
            new Cancellation(),
            row -> results.add(row.text(1)));
        assertEquals("aa", results.get(0));
        assertEquals(null, results.get(1));
        assertEquals("é\u0000é\u0000", results.get(2));
        assertEquals(2, calls.get());
      }
    }
  }

  @Test
  void nothingIsFetchedFromANetwork() {
    try (DuckDbEngine engine = small();
        QuerySession session = engine.session()) {
      QueryException refused =
          assertThrows(
              QueryException.class,
              () ->
                  session.query("SELECT * FROM read_xlsx('x.xlsx')", new Cancellation(), _ -> {}));
      assertFalse(refused.detail().contains("http"), refused.detail());
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
