package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.figure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.report.Figure;
import dev.plumbline.report.Subject;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Manifests against one of them.
@ExtendWith(ApplicationExtension.class)
class DifferencesWindowTest {
  @TempDir private static Path folder;

  private Workbench bench;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench
        .session()
        .open(
            new Study(
                StudyFixture.request(),
                StudyFixture.result(),
                StudyFixture.study().provenance(),
                List.of()),
            Optional.empty());
    TestWindow.show(bench, PageId.DATA, stage);
  }

  @BeforeEach
  void differencesAreOpen(FxRobot robot) throws Exception {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> robot.lookup("#data-view-difference").tryQuery().isPresent());
    robot.clickOn("#data-view-difference");
  }

  @Test
  void aCellShowsTheFacetOfAllManifestsAndWhatThereIsMoreAndLessOf(FxRobot robot) throws Exception {
    Figure map = figure(robot, "#difference-distances", figure -> figure.sentence().isEmpty());
    int others = bench.session().result().compositions().size() - 1;
    assertEquals(0, map.table().rows().size() % others);
    assertTrue(map.title().contains(bench.session().datasets().getFirst()), map.title());
    String last = bench.session().datasets().getLast();
    ChartPane pane = robot.lookup("#difference-distances").queryAs(ChartPane.class);
    Subject cell = new Subject.Distance(last, "captionWords");
    Point2D at = pane.localToScreen(pane.whereIs(cell).orElseThrow());
    robot.clickOn(at);
    Figure dots = figure(robot, "#difference-figure", figure -> figure.title().contains(last));
    assertTrue(dots.table().rows().stream().allMatch(row -> row.get(2).equals("captionWords")));
    List<Double> differences =
        dots.table().rows().stream()
            .filter(row -> row.get(1).equals(last))
            .map(row -> Double.parseDouble(row.get(6)))
            .toList();
    assertEquals(differences.stream().sorted((a, b) -> Double.compare(b, a)).toList(), differences);
    Figure bars =
        figure(
            robot, "#difference-shares", figure -> figure.id().equals("composition-captionWords"));
    assertEquals(others + 1, bars.table().rows().stream().map(List::getFirst).distinct().count());
    robot.clickOn("#difference-measure-largest");
    figure(robot, "#difference-distances", it -> !it.subtitle().equals(map.subtitle()));
    ComboBox<String> reference = robot.lookup("#difference-reference").queryComboBox();
    robot.interact(() -> reference.setValue(last));
    figure(robot, "#difference-distances", it -> it.title().contains(last));
  }

  @Test
  void aTableStandsInTheChartsPlaceAndIsCopied(FxRobot robot) throws Exception {
    Figure map = figure(robot, "#difference-distances", figure -> figure.sentence().isEmpty());
    robot.clickOn("#difference-distances-as-table");
    TableView<?> table = robot.lookup("#difference-distances-table").queryTableView();
    assertEquals(map.table().rows().size(), table.getItems().size());
    assertEquals("Total variation", table.getColumns().get(3).getText());
    MenuItem copy =
        ((MenuButton) robot.lookup("#difference-distances-export").query())
            .getItems().stream()
                .filter(item -> "difference-distances-copy-table".equals(item.getId()))
                .findFirst()
                .orElseThrow();
    robot.interact(copy::fire);
    String[] copied = {""};
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertEquals(1 + map.table().rows().size(), copied[0].lines().count());
    assertTrue(copied[0].startsWith("reference\tother\tfacet"), copied[0]);
    robot.clickOn("#difference-distances-as-table");
    assertTrue(robot.lookup("#difference-distances-table").tryQuery().isEmpty());
    assertTrue(robot.lookup("#difference-distances").query().isVisible());
  }
}
