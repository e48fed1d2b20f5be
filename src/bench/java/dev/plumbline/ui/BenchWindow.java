package dev.plumbline.ui;

import dev.plumbline.study.RunSettings;
import dev.plumbline.ui.part.NativeFileDialogs;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PreferencesFile;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.StudyRuns;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;

/// The window as the program opens it, with preferences of its own, to be measured.
///
/// @param bench its parts
/// @param window the window
/// @param pending what it still has to do
record BenchWindow(Workbench bench, MainWindow window, PendingWork pending) {
  /// Fits the screen of the headless platform, which is 1000 by 1000.
  static final int WIDTH = 1000;

  static final int HEIGHT = 960;

  /// Starts the toolkit, headless where there is no display, and opens the window.
  ///
  /// @param folder keeps the preferences
  static BenchWindow open(Path folder, Function<RunSettings, StudyRuns.Runner> runner)
      throws InterruptedException {
    if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    PendingWork pending = new PendingWork();
    return onScreen(
        () -> {
          Look look = new Look(Theme.LIGHT, Locale.ENGLISH);
          Remembered remembered =
              new Remembered(new PreferencesFile(folder.resolve("window.json")), _ -> {});
          Stage stage = new Stage();
          Workbench bench =
              WorkbenchFactory.of(
                  pending.counting(Workers.threads(Platform::runLater, new FrameExecutor())),
                  remembered,
                  look,
                  new NativeFileDialogs(() -> stage, look, remembered),
                  (settings, _) -> runner.apply(settings));
          MainWindow window = new MainWindow(bench, WIDTH, HEIGHT);
          window.show(stage);
          return new BenchWindow(bench, window, pending);
        });
  }

  /// Shows a page.
  void show(PageId page) {
    onScreen(() -> window.pageProperty().set(page));
  }

  /// Runs `work` on the JavaFX thread and waits for it.
  static void onScreen(Runnable work) {
    onScreen(
        () -> {
          work.run();
          return null;
        });
  }

  /// What `work` finds on the JavaFX thread.
  static <T> T onScreen(Supplier<T> work) {
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
