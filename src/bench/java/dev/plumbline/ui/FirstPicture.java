package dev.plumbline.ui;

import dev.plumbline.composition.LexiconReader;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.data.FirstLook;
import dev.plumbline.ui.data.Readings;
import dev.plumbline.ui.data.WarmUp;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.session.StudyEdits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;

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

  private final BenchWindow opened;

  private FirstPicture(BenchWindow opened) {
    this.opened = opened;
  }

  /// Entry point: a folder of Parquet files.
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("plumbline-picture");
    BenchWindow window =
        BenchWindow.open(
            folder, settings -> new StudyRunner(settings.withCache(Optional.empty()))::study);
    new FirstPicture(window).measure(files(Path.of(arguments[0])));
    Runtime.getRuntime().halt(0);
  }

  private void measure(List<String> files) throws InterruptedException {
    new WarmUp(FirstLook.with(new Readings(opened.bench().engines())), LexiconReader.bundled())
        .start();
    opened.show(PageId.DATA);
    for (int round = 1; round <= ROUNDS; round++) {
      opened.pending().await(60);
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

  private void edit(UnaryOperator<StudyRequest> change) {
    BenchWindow.onScreen(() -> opened.bench().session().edit("bench", change));
  }

  /// Whether the chart is there; if so, the window is painted before this returns.
  private boolean painted() {
    return BenchWindow.onScreen(
        () -> {
          Scene scene = opened.window().scene();
          boolean there =
              scene.lookup("#data-facets") instanceof ChartPane chart
                  && chart.isVisible()
                  && chart.figure().isPresent();
          if (there) {
            scene.snapshot(new WritableImage(BenchWindow.WIDTH, BenchWindow.HEIGHT));
          }
          return there;
        });
  }
}
