package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static dev.plumbline.ui.TestWindow.onScreen;
import static dev.plumbline.ui.TestWindow.settled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.report.Subject;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Choice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class PointWindowTest {
  private static final ModelId MODEL = new ModelId("vit-s-pleasant");
  private static final Subject POINT =
      new Subject.Effect(
          MODEL, Optional.of("pleasant"), "flower-insect", "Flower-Insect/Valence", "all text");

  @TempDir private static Path folder;

  private Workbench bench;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench.session().open(StudyFixture.study(), Optional.empty());
    window = TestWindow.show(bench, PageId.OVERVIEW, stage);
  }

  @Test
  void aClickedPointTellsWhyItIsThere(FxRobot robot) throws Exception {
    ChartPane scatter = chart(robot, "#scatter", POINT);
    robot.clickOn(onScreen(scatter, POINT));
    await(() -> visible(robot, "#point-card") && !visible(robot, "#relations-card"));
    assertTrue(title(robot).contains("vit-s-pleasant"), () -> title(robot));
    String told = told(robot);
    double d = row().d().orElseThrow();
    assertTrue(told.contains("%+.2f [".formatted(d).replace('-', '\u2212')), told);
    assertTrue(told.contains("95 % interval: percentile bootstrap, 1,000 resamples"), told);
    assertTrue(told.contains("one-sided p: exact"), told);
    assertTrue(told.contains("X 8, Y 8, A 8, B 8"), told);
    assertTrue(told.contains("acc1 on shapes-16 · measured in this study, n = 320"), told);
    assertTrue(told.contains(" of 16 by d, rank "), told);
    assertTrue(told.contains("the fitted line"), told);
    assertTrue(told.contains("pleasant · ViT-S"), told);
    assertTrue(told.contains("log odds ratio +"), told);
    WaitForAsyncUtils.sleep(700, TimeUnit.MILLISECONDS); // no double click
    robot.clickOn(onScreen(scatter, POINT));
    await(() -> !visible(robot, "#point-card") && visible(robot, "#relations-card"));
    assertEquals(List.of(), bench.session().selection().choices(), "clicked again lets go");
  }

  @Test
  void theKeyboardGetsThereToo(FxRobot robot) throws Exception {
    ChartPane scatter = chart(robot, "#scatter", POINT);
    WaitForAsyncUtils.waitForAsyncFx(5000, scatter::requestFocus);
    robot.type(KeyCode.RIGHT, 5).type(KeyCode.ENTER); // past the four entries of the legend
    await(() -> visible(robot, "#point-card"));
    String first = title(robot);
    robot.type(KeyCode.RIGHT).type(KeyCode.ENTER);
    await(() -> visible(robot, "#point-card") && !title(robot).equals(first));
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> robot.lookup("#point-test").query().requestFocus());
    robot.type(KeyCode.SPACE);
    await(() -> window.pageProperty().get() == PageId.BIAS && visible(robot, "#bias-opened"));
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT1).release(KeyCode.CONTROL);
    await(() -> visible(robot, "#point-card"));
    robot.type(KeyCode.ESCAPE);
    await(() -> !visible(robot, "#point-card"));
  }

  @Test
  void theTestAndTheManifestAreOneClickAway(FxRobot robot) throws Exception {
    ChartPane scatter = chart(robot, "#scatter", POINT);
    robot.clickOn(onScreen(scatter, POINT));
    await(() -> visible(robot, "#point-card"));
    robot.clickOn("#point-test");
    await(() -> window.pageProperty().get() == PageId.BIAS && visible(robot, "#bias-opened"));
    ChartPane distribution = robot.lookup("#bias-null").queryAs(ChartPane.class);
    await(
        () ->
            distribution.figure().filter(it -> it.subtitle().contains("vit-s-pleasant")).isPresent()
                && distribution.figure().orElseThrow().subtitle().contains("all text"));
    robot.clickOn("#rail-overview");
    await(() -> visible(robot, "#point-card"));
    robot.clickOn("#point-manifest");
    await(() -> window.pageProperty().get() == PageId.DATA);
    TableView<?> table = robot.lookup("#manifests").queryTableView();
    await(() -> String.valueOf(table.getSelectionModel().getSelectedItem()).contains("pleasant"));
  }

  @Test
  void theRecordFollowsTheScatterAndGoesWithItsModel(FxRobot robot) throws Exception {
    ChartPane scatter = chart(robot, "#scatter", POINT);
    robot.clickOn(onScreen(scatter, POINT));
    await(() -> visible(robot, "#point-card"));
    ComboBox<?> order = robot.lookup("#choice-order").queryComboBox();
    robot.interact(() -> order.getSelectionModel().selectFirst());
    await(() -> subtitle(robot).contains("all image"));
    robot.interact(
        () ->
            bench.session().selection().onlyOfKind(new Choice.Dataset(new DatasetId("balanced"))));
    await(() -> visible(robot, "#point-card"));
    robot.interact(() -> bench.session().selection().remove(new Choice.Model(MODEL)));
    await(() -> !visible(robot, "#point-card"));
  }

  private static dev.plumbline.study.BiasRow row() {
    return StudyFixture.result().bias().stream()
        .filter(
            it ->
                it.model().equals(MODEL)
                    && it.test().value().equals("flower-insect")
                    && it.order().label().equals("all text"))
        .findFirst()
        .orElseThrow();
  }

  private static String title(FxRobot robot) {
    return robot.lookup("#point-card .card-title").queryAs(Labeled.class).getText();
  }

  private static String subtitle(FxRobot robot) {
    return robot.lookup("#point-card .card-subtitle").queryAs(Labeled.class).getText();
  }

  private static String told(FxRobot robot) {
    return robot.lookup("#point-lines").queryAs(GridPane.class).getChildren().stream()
        .map(node -> ((Labeled) node).getText())
        .collect(Collectors.joining("\n"));
  }

  private static boolean visible(FxRobot robot, String id) {
    return robot.lookup(id).query().isVisible();
  }

  private static ChartPane chart(FxRobot robot, String id, Subject subject) throws Exception {
    await(() -> robot.lookup(id).tryQuery().isPresent());
    ChartPane chart = robot.lookup(id).queryAs(ChartPane.class);
    await(() -> chart.isVisible() && chart.figure().isPresent() && settled(chart, subject));
    return chart;
  }
}
