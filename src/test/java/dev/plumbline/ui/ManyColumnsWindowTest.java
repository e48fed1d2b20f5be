package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.StudyEdits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The heat map of the 26 tests of the study.
@ExtendWith(ApplicationExtension.class)
class ManyColumnsWindowTest {
  @TempDir private static Path folder;

  private Workbench bench;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    Study study = StudyFixture.study();
    bench
        .session()
        .open(
            new Study(
                StudyEdits.withBattery(
                    study.request(), BatteryReader.bundled("ghate2025"), Optional.empty()),
                study.result(),
                study.provenance(),
                List.of()),
            Optional.empty());
    window = TestWindow.show(bench, PageId.BIAS, stage);
  }

  @Test
  void namesOfRowsStayWhileTheColumnsAreScrolledAndCanBePicked(FxRobot robot) throws Exception {
    ChartPane map = robot.lookup("#bias-map").queryAs(ChartPane.class);
    await(() -> map.figure().filter(it -> it.sentence().isEmpty()).isPresent());
    ScrollPane scroll =
        robot.lookup("#bias-map-card").lookup(".scroll-pane").queryAs(ScrollPane.class);
    await(() -> map.getWidth() > 26 * 36 && scroll.getViewportBounds().getWidth() < map.getWidth());
    Node names = robot.lookup("#bias-map-names").query();
    assertFalse(names.isVisible(), "nothing is scrolled yet");
    WritableImage before = picture(robot, scroll);
    robot.interact(() -> scroll.setHvalue(1));
    await(names::isVisible);
    WaitForAsyncUtils.sleep(300, TimeUnit.MILLISECONDS);
    WritableImage after = picture(robot, scroll);
    int wide = (int) names.getLayoutBounds().getWidth() - 6;
    assertTrue(wide > 60, () -> "names are " + wide + " wide");
    int low = (int) (scroll.getHeight() * 0.6);
    assertEquals(0, different(before, after, 4, wide, low), "the names stay");
    assertTrue(different(before, after, wide + 10, wide + 200, low) > 500, "the cells move");
    robot.clickOn(names);
    await(
        () ->
            bench.session().selection().choices().stream()
                .anyMatch(Choice.Model.class::isInstance));
    ModelId first = ((Choice.Model) bench.session().selection().choices().getFirst()).id();
    assertTrue(bench.session().result().models().stream().anyMatch(it -> it.id().equals(first)));
  }

  @Test
  void aCellThatIsWalkedToComesIntoSight(FxRobot robot) throws Exception {
    ChartPane map = robot.lookup("#bias-map").queryAs(ChartPane.class);
    await(() -> map.figure().filter(it -> it.sentence().isEmpty()).isPresent());
    ScrollPane scroll =
        robot.lookup("#bias-map-card").lookup(".scroll-pane").queryAs(ScrollPane.class);
    await(() -> map.getWidth() > 26 * 36);
    WaitForAsyncUtils.waitForAsyncFx(5000, map::requestFocus);
    WaitForAsyncUtils.sleep(500, TimeUnit.MILLISECONDS);
    robot.type(KeyCode.RIGHT, 26);
    await(() -> scroll.getHvalue() > 0.3);
  }

  private static WritableImage picture(FxRobot robot, ScrollPane scroll) {
    WritableImage[] taken = new WritableImage[1];
    robot.interact(() -> taken[0] = scroll.getParent().snapshot(new SnapshotParameters(), null));
    return taken[0];
  }

  private static int different(WritableImage one, WritableImage other, int from, int to, int low) {
    int count = 0;
    for (int y = 130; y < low; y++) {
      for (int x = from; x < to; x++) {
        boolean same = one.getPixelReader().getArgb(x, y) == other.getPixelReader().getArgb(x, y);
        count += same ? 0 : 1;
      }
    }
    return count;
  }
}
