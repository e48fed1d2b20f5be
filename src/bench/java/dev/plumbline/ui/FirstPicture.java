package dev.plumbline.ui;

import dev.plumbline.composition.LexiconReader;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.data.FirstLook;
import dev.plumbline.ui.data.Readings;
import dev.plumbline.ui.data.WarmUp;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.NativeFileDialogs;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PreferencesFile;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.StudyEdits;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;

/// Measures how long it takes from adding a manifest to an empty study until the first chart of it
/// is painted on the Data page.
///
/// The window is started as the program starts it and stands idle for three seconds, as it does
/// while somebody looks for the file to add. Each round takes the files in another order, so that
/// they are opened, read and estimated anew; the first round is the first manifest of the process.
///
/// Run: `./mvnw -q test-compile exec:exec@bench -Dbench='dev.plumbline.ui.FirstPicture FOLDER'`,
/// with the folder that `ProfileBench` fills.
public final class FirstPicture {
  private static final int ROUNDS = 4;
  private static final int IDLE_MILLIS = 3_000;
  private static final int POLL_MILLIS = 10;

  /// Fits the screen of the headless platform, which is 1000 by 1000.
  private static final int WIDTH = 1000;

  private static final int HEIGHT = 960;

  private final PendingWork pending = new PendingWork();
  private Workbench bench;
  private MainWindow window;

  private FirstPicture() {}

  /// Entry point: a folder of Parquet files.
  public static void main(String[] arguments) throws Exception {
    if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    new FirstPicture().measure(Path.of(arguments[0]));
    Runtime.getRuntime().halt(0);
  }

  private void measure(Path manifest) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    List<String> files = files(manifest);
    Path folder = Files.createTempDirectory("plumbline-picture");
    onScreen(() -> open(folder));
    for (int round = 1; round <= ROUNDS; round++) {
      pending.await(60);
      Thread.sleep(IDLE_MILLIS);
      long start = System.nanoTime();
      Collections.rotate(files, 1);
      List<String> now = List.copyOf(files);
      edit(request -> StudyEdits.withManifest(request, "laion-like", now, Optional.empty()));
      while (!painted()) {
        Thread.sleep(POLL_MILLIS);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf(
          Locale.ROOT,
          "round %d: first chart painted after %.2f s; 1 s / that = %.2f%n",
          round,
          seconds,
          1 / seconds);
      edit(request -> StudyEdits.withoutManifest(request, request.manifests().getFirst().id()));
    }
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return new ArrayList<>(
          found.map(Path::toString).filter(name -> name.endsWith(".parquet")).sorted().toList());
    }
  }

  private Void open(Path folder) {
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
            (settings, _) -> new StudyRunner(settings.withCache(Optional.empty()))::study);
    window = new MainWindow(bench, WIDTH, HEIGHT);
    window.show(stage);
    new WarmUp(FirstLook.with(new Readings(bench.engines())), LexiconReader.bundled()).start();
    window.pageProperty().set(PageId.DATA);
    return null;
  }

  private void edit(UnaryOperator<StudyRequest> change) {
    onScreen(
        () -> {
          bench.session().edit("bench", change);
          return null;
        });
  }

  /// Whether the chart is there; if so, the window is painted before this returns.
  private boolean painted() {
    return onScreen(
        () -> {
          boolean there =
              window.scene().lookup("#data-facets") instanceof ChartPane chart
                  && chart.isVisible()
                  && chart.figure().isPresent();
          if (there) {
            window.scene().snapshot(new WritableImage(WIDTH, HEIGHT));
          }
          return there;
        });
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
