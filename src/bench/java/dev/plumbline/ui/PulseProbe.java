package dev.plumbline.ui;

import dev.plumbline.study.RequestReader;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.part.NativeFileDialogs;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PreferencesFile;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;

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

  /// Fits the screen of the headless platform, which is 1000 by 1000.
  private static final int WIDTH = 1000;

  private static final int HEIGHT = 960;

  private final PendingWork pending = new PendingWork();
  private final Path folder;
  private Path cache;
  private Workbench bench;
  private MainWindow window;

  private PulseProbe(Path folder) {
    this.folder = folder;
    this.cache = folder.resolve("first");
  }

  /// Entry point, without arguments.
  public static void main(String[] arguments) throws Exception {
    if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    new PulseProbe(Files.createTempDirectory("plumbline-pulse")).measure();
    System.exit(0);
  }

  private void measure() throws InterruptedException {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    onScreen(this::open);
    run();
    for (PageId page : PageId.values()) {
      onScreen(() -> show(page));
      pending.await(PATIENCE_SECONDS);
    }
    onScreen(() -> show(PageId.OVERVIEW));
    pending.await(PATIENCE_SECONDS);
    print("idle window", answers(() -> pause(IDLE_MILLIS)));
    cache = folder.resolve("second");
    print("run from an empty cache", answers(this::run));
    print("run from a warm cache", answers(this::run));
  }

  private Void open() {
    Workers workers = pending.counting(Workers.threads(Platform::runLater, new FrameExecutor()));
    Look look = new Look(Theme.LIGHT, Locale.ENGLISH);
    Remembered remembered =
        new Remembered(new PreferencesFile(folder.resolve("window.json")), _ -> {});
    Stage stage = new Stage();
    bench =
        WorkbenchFactory.of(
            workers,
            remembered,
            look,
            new NativeFileDialogs(() -> stage, look, remembered),
            (settings, _) -> new StudyRunner(settings.withCache(Optional.of(cache)))::study);
    window = new MainWindow(bench, WIDTH, HEIGHT);
    window.show(stage);
    Path sample = SampleStudy.locate();
    bench.session().open(Study.of(RequestReader.read(sample)), Optional.empty());
    return null;
  }

  private Void show(PageId page) {
    window.pageProperty().set(page);
    return null;
  }

  /// Runs the study and waits until it is done and drawn.
  private void run() {
    CountDownLatch ended = new CountDownLatch(1);
    onScreen(
        () -> {
          bench
              .runs()
              .runningProperty()
              .addListener(
                  (_, _, running) -> {
                    if (!running) {
                      ended.countDown();
                    }
                  });
          bench.runs().run();
          return null;
        });
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    pending.await(PATIENCE_SECONDS);
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
    onScreen(() -> null);
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

  private static <T> T onScreen(Supplier<T> work) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            answer.complete(work.get());
          } catch (RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer.join();
  }
}
