package dev.plumbline.ui;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.study.Study;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PreferencesFile;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;

/// Pictures of every page of a study, taken from the real window's scene, which no one sees.
///
/// The JavaFX toolkit must be running, or is started; on a machine without a display the caller
/// sets the properties `glass.platform=Headless` and `prism.order=sw` first.
///
/// @param theme colours
/// @param locale language
/// @param width width of the window
/// @param height height of the window
/// @param scale pixels of the picture a pixel of the window
public record PagePainter(Theme theme, Locale locale, int width, int height, double scale) {
  private static final long PATIENCE_SECONDS = 60;

  /// Pictures of 1600×1000 pixels.
  public static PagePainter of(Theme theme, Locale locale) {
    return new PagePainter(theme, locale, 1600, 1000, 1);
  }

  /// Writes `overview.png`, `data.png`, … into a folder, which is made if need be.
  ///
  /// @return the files, in the order of the rail
  /// @throws PlumblineException if the toolkit does not start or a file cannot be written
  public List<Path> paint(Study study, Path folder) {
    startToolkit();
    List<Path> files = new ArrayList<>();
    PendingWork pending = new PendingWork();
    MainWindow window = onScreen(() -> open(study, pending));
    try {
      Files.createDirectories(folder);
      for (PageId page : PageId.values()) {
        onScreen(
            () -> {
              window.pageProperty().set(page);
              return layOut(window);
            });
        pending.await(PATIENCE_SECONDS);
        Path file = folder.resolve(page.key() + ".png");
        BufferedImage picture = onScreen(() -> picture(window));
        ImageIO.write(picture, "png", file.toFile());
        files.add(file);
      }
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write pictures to " + folder + ": check the folder and its permissions.", e);
    }
    return files;
  }

  /// The sentence about a missing Japanese font, if the pictures would need one.
  public Optional<String> fontWarning() {
    return JapaneseFont.missing(locale)
        ? Optional.of(new Look(theme, locale).text("font.japanese"))
        : Optional.empty();
  }

  private MainWindow open(Study study, PendingWork pending) {
    Workers workers = pending.counting(Workers.threads(Platform::runLater, new FrameExecutor()));
    Look look = new Look(theme, locale);
    Remembered remembered = new Remembered(new PreferencesFile(nowhere()), _ -> {});
    Workbench bench = WorkbenchFactory.real(workers, remembered, look, () -> null);
    bench.session().open(study, Optional.empty());
    return new MainWindow(bench, width, height);
  }

  private BufferedImage picture(MainWindow window) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.WHITE);
    parameters.setTransform(Transform.scale(scale, scale));
    layOut(window);
    WritableImage image = window.scene().getRoot().snapshot(parameters, null);
    BufferedImage copy =
        new BufferedImage(
            (int) image.getWidth(), (int) image.getHeight(), BufferedImage.TYPE_INT_RGB);
    copy.createGraphics().drawImage(SwingFXUtils.fromFXImage(image, null), 0, 0, null);
    return copy;
  }

  private MainWindow layOut(MainWindow window) {
    Parent root = window.scene().getRoot();
    root.applyCss();
    root.resize(width, height);
    root.layout();
    return window;
  }

  private static Path nowhere() {
    return Path.of(System.getProperty("java.io.tmpdir"), "plumbline-no-preferences.json");
  }

  private static void startToolkit() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    try {
      Platform.startup(() -> started.complete(null));
      Platform.setImplicitExit(false);
    } catch (IllegalStateException e) {
      started.complete(null);
    } catch (UnsupportedOperationException e) {
      throw new PlumblineException(
          "The window toolkit does not start: there is no display; use the headless platform.", e);
    }
    get(started);
  }

  private static <T> T onScreen(java.util.function.Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.get());
          } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
          }
        });
    return get(result);
  }

  private static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PlumblineException("Painting the pages was interrupted.", e);
    } catch (TimeoutException e) {
      throw new PlumblineException("The window did not answer within a minute.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new PlumblineException("The pages could not be painted.", e);
    }
  }
}
