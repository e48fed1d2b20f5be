package dev.plumbline.ui;

import dev.plumbline.manifest.Engines;
import dev.plumbline.report.Figure;
import dev.plumbline.report.Subject;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.FileDialogs;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.PreferencesFile;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.StudyRuns;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.service.query.EmptyNodeQueryException;
import org.testfx.util.WaitForAsyncUtils;

/// The window as tests open it and wait for it: light, English, with preferences of its own.
final class TestWindow {
  private static final int SECONDS = 30;
  private static final int SETTLED_MILLIS = 120;

  private TestWindow() {}

  /// Parts of a window whose runs end as `runner` says.
  ///
  /// @param folder keeps the preferences
  static Workbench bench(Path folder, FileDialogs dialogs, StudyRuns.Runner runner) {
    return bench(remembered(folder), dialogs, runner);
  }

  /// The same with preferences that the test looks at.
  static Workbench bench(Remembered remembered, FileDialogs dialogs, StudyRuns.Runner runner) {
    return WorkbenchFactory.of(
        Workers.threads(Platform::runLater, new FrameExecutor()),
        remembered,
        new Look(Theme.LIGHT, Locale.ENGLISH),
        new Engines(""),
        dialogs,
        (_, _) -> runner);
  }

  /// Preferences in a folder.
  static Remembered remembered(Path folder) {
    return new Remembered(new PreferencesFile(folder.resolve("window.json")), Runnable::run);
  }

  /// Shows a page of the window at the corner of the screen, since the headless platform gives
  /// wheel events in screen coordinates.
  static MainWindow show(Workbench bench, PageId page, Stage stage) {
    return show(bench, page, stage, 1280, 800);
  }

  /// The same in another size.
  static MainWindow show(Workbench bench, PageId page, Stage stage, int width, int height) {
    MainWindow window = new MainWindow(bench, width, height);
    window.pageProperty().set(page);
    window.show(stage);
    stage.setX(0);
    stage.setY(0);
    return window;
  }

  /// Waits until `condition` holds; a node that is being rebuilt and not there counts as not yet.
  static void await(BooleanSupplier condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        SECONDS,
        TimeUnit.SECONDS,
        () -> {
          try {
            return condition.getAsBoolean();
          } catch (EmptyNodeQueryException | NoSuchElementException _) {
            return false;
          }
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// Waits until the chart of that id shows a figure that is wanted.
  static Figure figure(FxRobot robot, String id, Predicate<Figure> wanted) throws TimeoutException {
    await(
        () ->
            robot.lookup(id).tryQueryAs(ChartPane.class).flatMap(ChartPane::figure).stream()
                .anyMatch(wanted));
    return robot.lookup(id).queryAs(ChartPane.class).figure().orElseThrow();
  }

  /// Whether a mark is drawn and stays where it is for a while.
  static boolean settled(ChartPane chart, Subject subject) {
    Optional<Point2D> now = place(chart, subject);
    WaitForAsyncUtils.sleep(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
    return now.isPresent() && now.equals(place(chart, subject));
  }

  /// Where a mark is on the screen.
  static Point2D onScreen(ChartPane chart, Subject subject) {
    return place(chart, subject).orElseThrow();
  }

  private static Optional<Point2D> place(ChartPane chart, Subject subject) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> chart.whereIs(subject).map(chart::localToScreen));
  }
}
