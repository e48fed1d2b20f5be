package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Engines;
import dev.plumbline.study.ManifestCounts;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.data.DataPage;
import dev.plumbline.ui.data.DataViewModel;
import dev.plumbline.ui.data.FirstLook;
import dev.plumbline.ui.data.ManifestWork;
import dev.plumbline.ui.data.Readings;
import dev.plumbline.ui.data.count.CountLimit;
import dev.plumbline.ui.data.count.CountSize;
import dev.plumbline.ui.data.count.CountSubject;
import dev.plumbline.ui.data.count.FullCount;
import dev.plumbline.ui.data.count.SharedCount;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// The full count that follows the first look, stopped, begun again and offered.
@ExtendWith(ApplicationExtension.class)
class CountWindowTest {
  private static final int ROWS = 60_000;

  @TempDir private static Path folder;

  private final CountDownLatch goOn = new CountDownLatch(1);
  private volatile Optional<CountSize> tooMuch = Optional.empty();
  private Workbench bench;
  private DataViewModel model;

  /// Counts when it is let go on.
  private FullCount gated(SharedCount real) {
    return new FullCount() {
      @Override
      public Optional<CountSize> tooMuch(CountSubject subject, Cancellation cancellation) {
        return tooMuch;
      }

      @Override
      public CompositionResult count(
          CountSubject subject, Progress progress, Cancellation cancellation) {
        progress.update("profiling many", 430, 1000);
        try {
          while (!goOn.await(5, TimeUnit.MILLISECONDS)) {
            cancellation.check();
          }
        } catch (InterruptedException _) {
          throw new CancellationException();
        }
        return real.count(subject, progress, cancellation);
      }
    };
  }

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyResult.empty()));
    Engines engines = new Engines("");
    Readings readings = new Readings(engines);
    SharedCount real =
        new SharedCount(ManifestCounts.below(Optional.empty()), engines, CountLimit::usual);
    model =
        new DataViewModel(
            bench.session(),
            bench.look(),
            bench.workers(),
            new ManifestWork(
                engines,
                readings,
                FirstLook.with(readings),
                gated(real),
                bench.counting(),
                bench.runs().runningProperty()));
    model.setActive(true);
    Scene scene = new Scene(new DataPage(bench, model).node(), 980, 700);
    scene.getStylesheets().setAll(Stylesheets.own(Theme.LIGHT));
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
  }

  private static Path manifest() throws IOException {
    StringBuilder csv = new StringBuilder("url,caption\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append("https://a.org/%d,a %s%n".formatted(i, i % 5 == 0 ? "woman smiling" : "tree"));
    }
    return Files.writeString(folder.resolve("many.csv"), csv);
  }

  private static String text(FxRobot robot) {
    return robot.lookup("#count-text").queryAs(Label.class).getText();
  }

  private static String subtitle(FxRobot robot) {
    return robot.lookup("#data-facets-card .card-subtitle").queryAs(Label.class).getText();
  }

  private void begin(FxRobot robot) throws Exception {
    Path file = manifest();
    robot.interact(() -> model.add(List.of(file)));
    await(() -> subtitle(robot).startsWith("Estimate from "));
  }

  @Test
  void theCountBeginsByItselfIsStoppedAndBegunAgain(FxRobot robot) throws Exception {
    begin(robot);
    await(() -> text(robot).contains("43 %"));
    assertTrue(robot.lookup("#count-progress").query().isVisible());
    robot.clickOn("#count-button");
    await(() -> text(robot).contains("stopped"));
    assertTrue(subtitle(robot).startsWith("Estimate from "), "the estimate stays");
    assertEquals("Count all rows", robot.lookup("#count-button").queryButton().getText());
    robot.clickOn("#count-button");
    await(() -> text(robot).contains("being counted"));
    goOn.countDown();
    await(() -> !robot.lookup("#count-strip").query().isVisible());
    await(() -> subtitle(robot).contains("60,000"));
    assertFalse(subtitle(robot).contains("stimate"));
    assertEquals(ROWS, bench.session().result().compositions().getFirst().rows());
  }

  @Test
  void rowsThatAreEstimatedAreSaidToBe(FxRobot robot) throws Exception {
    tooMuch =
        Optional.of(
            new CountSize(
                OptionalLong.of(123_456_789L), true, 1L << 35, OptionalDouble.of(25 * 60)));
    begin(robot);
    Button button = robot.from(robot.lookup("#count-strip")).lookup("#count-button").queryButton();
    await(() -> button.getText().equals("Count about 120,000,000 rows (about 25 min)"));
    assertTrue(text(robot).contains("estimated from bytes a line"), text(robot));
  }

  @Test
  void whatTakesHoursIsOfferedInOneLine(FxRobot robot) throws Exception {
    tooMuch =
        Optional.of(
            new CountSize(
                OptionalLong.of(12_800_000_000L), 1L << 40, OptionalDouble.of(7.2 * 3600)));
    begin(robot);
    Button button = robot.from(robot.lookup("#count-strip")).lookup("#count-button").queryButton();
    await(() -> button.getText().equals("Count all 12,800,000,000 rows (about 7 h)"));
    assertTrue(bench.session().result().compositions().isEmpty());
    goOn.countDown();
    robot.clickOn("#count-button");
    await(() -> !bench.session().result().compositions().isEmpty());
  }
}
