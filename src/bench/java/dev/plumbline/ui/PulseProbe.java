package dev.plumbline.ui;

import dev.plumbline.study.RequestReader;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.session.StudyRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;

/// Measures how long the JavaFX thread is blocked while the sample study runs.
///
/// The window is shown, the study is run once and every page is drawn once. Then the study runs
/// again from an empty cache and once more from the warm one, while a thread asks the JavaFX thread
/// every two milliseconds to answer at once. The waiting time of each question is the time that a
/// click at that moment would have waited. Prints median, 99th percentile and maximum in
/// milliseconds for both runs, and beside them those of the idle window in the same process.
///
/// Run: `./mvnw -q test-compile exec:exec@bench -Dbench=dev.plumbline.ui.PulseProbe`
public final class PulseProbe {
  private static final long PATIENCE_SECONDS = 300;
  private static final int IDLE_MILLIS = 3_000;

  private final Path folder;
  private Path cache;
  private BenchWindow opened;

  private PulseProbe(Path folder) {
    this.folder = folder;
    this.cache = folder.resolve("first");
  }

  /// Entry point, without arguments.
  public static void main(String[] arguments) throws Exception {
    new PulseProbe(Files.createTempDirectory("plumbline-pulse")).measure();
    System.exit(0);
  }

  private void measure() throws InterruptedException {
    opened =
        BenchWindow.open(
            folder, settings -> new StudyRunner(settings.withCache(Optional.of(cache)))::study);
    BenchWindow.onScreen(
        () ->
            opened
                .bench()
                .session()
                .open(Study.of(RequestReader.read(SampleStudy.locate())), Optional.empty()));
    run();
    for (PageId page : PageId.values()) {
      opened.show(page);
      opened.pending().await(PATIENCE_SECONDS);
    }
    opened.show(PageId.OVERVIEW);
    opened.pending().await(PATIENCE_SECONDS);
    print("idle window", answers(() -> pause(IDLE_MILLIS)));
    cache = folder.resolve("second");
    print("run from an empty cache", answers(this::run));
    print("run from a warm cache", answers(this::run));
  }

  /// Runs the study and waits until it is done and drawn.
  private void run() {
    CountDownLatch ended = new CountDownLatch(1);
    StudyRuns runs = opened.bench().runs();
    BenchWindow.onScreen(
        () -> {
          runs.runningProperty()
              .addListener(
                  (_, _, running) -> {
                    if (!running) {
                      ended.countDown();
                    }
                  });
          runs.run();
        });
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    opened.pending().await(PATIENCE_SECONDS);
  }

  /// Waiting times in nanoseconds of questions asked while `work` goes on.
  private static List<Long> answers(Runnable work) {
    List<Long> waits = Collections.synchronizedList(new ArrayList<>());
    Thread asking =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  while (!Thread.currentThread().isInterrupted()) {
                    long asked = System.nanoTime();
                    Platform.runLater(() -> waits.add(System.nanoTime() - asked));
                    if (!pause(2)) {
                      return;
                    }
                  }
                });
    work.run();
    asking.interrupt();
    try {
      asking.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    BenchWindow.onScreen(() -> {});
    return waits;
  }

  private static boolean pause(long millis) {
    try {
      Thread.sleep(millis);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private static void print(String what, List<Long> waits) {
    long[] sorted = waits.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    System.out.printf(
        Locale.ROOT,
        "%-24s n = %6d   median %6.1f ms   99th percentile %6.1f ms   maximum %6.1f ms%n",
        what,
        sorted.length,
        at(sorted, 0.5),
        at(sorted, 0.99),
        at(sorted, 1));
  }

  private static double at(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))]
        / 1e6;
  }
}
