package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.WindowPreferences;
import java.nio.file.Path;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CountLimitMenuTest {
  @TempDir private static Path folder;

  private Workbench bench;

  @Start
  void start(Stage stage) throws Exception {
    bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyResult.empty()));
    TestWindow.show(bench, PageId.DATA, stage);
  }

  @Test
  void theLimitIsChosenInTheMenuAndRemembered(FxRobot robot) throws Exception {
    assertEquals(WindowPreferences.USUAL_COUNT, bench.remembered().now().countRows());
    robot.clickOn("#menu-study");
    await(() -> robot.lookup("#menu-count-limit").tryQuery().isPresent());
    robot.clickOn("#menu-count-limit");
    await(() -> robot.lookup("#menu-count-limit-1000000").tryQuery().isPresent());
    robot.clickOn("#menu-count-limit-1000000");
    await(() -> bench.remembered().now().countRows() == 1_000_000);
    MenuButton menu = robot.lookup("#menu-study").queryAs(MenuButton.class);
    CountLimitMenu limits = (CountLimitMenu) menu.getItems().getLast();
    assertEquals(
        1, limits.getItems().stream().filter(item -> ((RadioMenuItem) item).isSelected()).count());
  }
}
