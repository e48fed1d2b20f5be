package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.ModelId;
import dev.plumbline.report.Figure;
import dev.plumbline.report.NativeChart;
import dev.plumbline.report.Subject;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class BiasWindowTest {
  private static final Subject CELL =
      new Subject.Effect(
          new ModelId("vit-s-balanced"),
          Optional.of("balanced"),
          "group-work",
          "Group/Place",
          "all text");

  @TempDir private static Path folder;

  private final FakeRunner runner = new FakeRunner(begun(), StudyFixture.result());
  private Workbench bench;

  @Start
  void start(Stage stage) {
    bench = TestWindow.bench(folder, new FakeDialogs(), runner);
    bench.session().open(StudyFixture.study(), Optional.empty());
    TestWindow.show(bench, PageId.BIAS, stage);
  }

  @Test
  void aCellOpensItsTestAndEscapeLeadsBack(FxRobot robot) throws Exception {
    robot.clickOn(cell(robot));
    await(() -> visible(robot, "#bias-opened"));
    ChartPane strips = chart(robot, "#bias-strips");
    await(() -> strips.figure().filter(it -> it.subtitle().contains("group 1")).isPresent());
    assertTrue(strips.figure().orElseThrow().sentence().isEmpty(), "stimuli are stored");
    assertFalse(visible(robot, "#page-bias"));
    robot.type(KeyCode.ESCAPE);
    await(() -> !visible(robot, "#bias-opened") && visible(robot, "#page-bias"));
    assertFalse(bench.session().selection().choices().isEmpty(), "Escape leads back first");
  }

  @Test
  void arrowsWalkTheCellsAndEnterOpensOne(FxRobot robot) throws Exception {
    cell(robot);
    ChartPane map = chart(robot, "#bias-map");
    WaitForAsyncUtils.waitForAsyncFx(5000, map::requestFocus);
    robot.type(KeyCode.RIGHT, 2).type(KeyCode.DOWN, 3).type(KeyCode.UP).type(KeyCode.ENTER);
    await(() -> visible(robot, "#bias-opened"));
    await(() -> says(chartOf(robot, "#bias-strips"), "all text"));
    assertEquals(
        List.of("vit-s-unpleasant"),
        bench.session().selection().choices().stream()
            .filter(Choice.Model.class::isInstance)
            .map(it -> ((Choice.Model) it).id().value())
            .toList());
  }

  private static ChartPane chartOf(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ChartPane.class);
  }

  @Test
  void theButtonLeadsBackToo(FxRobot robot) throws Exception {
    robot.clickOn(cell(robot));
    await(() -> visible(robot, "#bias-opened"));
    robot.clickOn("#bias-back");
    await(() -> !visible(robot, "#bias-opened"));
  }

  @Test
  void publishedEffectsAreSwitchedOffAndOn(FxRobot robot) throws Exception {
    ChartPane dots = chart(robot, "#bias-dots");
    await(() -> says(dots, "2502.07957"));
    robot.clickOn("#bias-reference-none");
    await(() -> !says(dots, "2502.07957"));
    robot.clickOn("#bias-reference-original");
    await(() -> says(dots, "2502.07957"));
  }

  @Test
  void anotherAdjustmentChangesMarksAndIsNamed(FxRobot robot) throws Exception {
    ChartPane map = chart(robot, "#bias-map");
    await(() -> says(map, "Benjamini–Hochberg"));
    long before = strong(map);
    robot.clickOn("#bias-adjust-holm");
    await(() -> says(map, "Holm") && !says(map, "Benjamini"));
    assertTrue(strong(map) < before, "Holm marks fewer of the cells");
    robot.clickOn("#bias-adjust-benjamini_hochberg");
    await(() -> says(map, "Benjamini–Hochberg"));
    assertEquals(before, strong(map));
  }

  @Test
  void theTestIsToldInNumbersOrByItsStimuli(FxRobot robot) throws Exception {
    await(() -> visible(robot, "#test-table"));
    robot.clickOn("#bias-view-stimuli");
    await(() -> !visible(robot, "#bias-csv") && !visible(robot, "#test-table"));
    robot.clickOn("#bias-view-numbers");
    await(() -> visible(robot, "#test-table") && visible(robot, "#bias-csv"));
  }

  @Test
  void cellsAppearWhileARunGoesOnAndOthersSayThatTheyWait(FxRobot robot) throws Exception {
    Study asked = StudyFixture.study();
    WaitForAsyncUtils.waitForAsyncFx(
        5000,
        () -> {
          bench
              .session()
              .open(
                  new Study(asked.request(), StudyResult.empty(), asked.provenance(), List.of()),
                  Optional.empty());
          bench.runs().run();
        });
    ChartPane map = chart(robot, "#bias-map");
    await(() -> texts(map).filter("…"::equals).count() == 16 * 16 - 3);
    assertEquals(3, texts(map).filter(text -> text.matches(".*\\d.*")).count());
    runner.goOn();
    await(() -> texts(map).noneMatch("…"::equals));
    assertEquals(16 * 16, texts(map).filter(text -> text.matches(".*\\d.*")).count());
  }

  @Test
  void whatLiesBeneathIsToldByStimulusAndByLevel(FxRobot robot) throws Exception {
    robot.clickOn(cell(robot));
    await(() -> visible(robot, "#bias-opened"));
    await(() -> rows(robot, "#stimulus-table") == 8);
    ChartPane distribution = chart(robot, "#bias-null");
    await(() -> says(distribution, "vit-s-balanced"));
    robot.clickOn("#bias-detail-view-levels");
    await(() -> visible(robot, "#level-table") && rows(robot, "#level-table") == 7);
    robot.type(KeyCode.ESCAPE);
    await(() -> !visible(robot, "#bias-opened"));
  }

  private static int rows(FxRobot robot, String id) {
    return robot.lookup(id).queryTableView().getItems().size();
  }

  @Test
  void theMeaningOfMeasuresOpensByF1AndByItsButtonAndClosesByEscape(FxRobot robot)
      throws Exception {
    await(() -> robot.lookup("#bias-map-help").tryQuery().isPresent());
    robot.clickOn("#bias-map-help");
    await(() -> visible(robot, "#measure-help"));
    assertFalse(
        robot.lookup("#measure-d").lookup(".help-formula").queryLabeled().getText().isEmpty());
    robot.type(KeyCode.ESCAPE);
    await(() -> !visible(robot, "#measure-help"));
    robot.clickOn("#bias-dots");
    robot.type(KeyCode.F1);
    await(() -> visible(robot, "#measure-help"));
    robot.clickOn("#measure-help-close");
    await(() -> !visible(robot, "#measure-help"));
  }

  private static StudyResult begun() {
    StudyResult all = StudyFixture.result();
    return new StudyResult(List.of(), all.models(), all.bias().subList(0, 3), List.of(), List.of());
  }

  private static Stream<String> texts(ChartPane chart) {
    return chart
        .figure()
        .map(Figure::nativeChart)
        .filter(NativeChart.Table.class::isInstance)
        .map(NativeChart.Table.class::cast)
        .stream()
        .flatMap(table -> table.cells().stream())
        .flatMap(List::stream)
        .map(NativeChart.Cell::text);
  }

  private static long strong(ChartPane chart) {
    NativeChart.Table table =
        (NativeChart.Table) chart.figure().map(Figure::nativeChart).orElseThrow();
    return table.cells().stream()
        .flatMap(row -> row.stream())
        .filter(NativeChart.Cell::strong)
        .count();
  }

  private static boolean says(ChartPane chart, String text) {
    return chart.figure().filter(it -> it.subtitle().contains(text)).isPresent();
  }

  private static Point2D cell(FxRobot robot) throws Exception {
    ChartPane map = chart(robot, "#bias-map");
    await(() -> place(map).isPresent());
    Optional<Point2D> last = Optional.empty();
    for (int i = 0; i < 50 && (last.isEmpty() || !last.equals(place(map))); i++) {
      last = place(map);
      WaitForAsyncUtils.sleep(120, TimeUnit.MILLISECONDS);
    }
    return place(map).orElseThrow();
  }

  private static Optional<Point2D> place(ChartPane chart) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> chart.whereIs(CELL).map(chart::localToScreen));
  }

  private static ChartPane chart(FxRobot robot, String id) throws Exception {
    await(() -> robot.lookup(id).tryQuery().isPresent());
    return robot.lookup(id).queryAs(ChartPane.class);
  }

  private static boolean visible(FxRobot robot, String id) {
    return robot.lookup(id).query().isVisible();
  }
}
