package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static dev.plumbline.ui.TestWindow.onScreen;
import static dev.plumbline.ui.TestWindow.settled;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.DatasetId;
import dev.plumbline.core.ModelId;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.report.Subject;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Choice;
import dev.plumbline.ui.session.PreferencesFile;
import dev.plumbline.ui.session.Remembered;
import dev.plumbline.ui.session.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
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
class WindowTest {
  private static final Subject POINT =
      new Subject.Effect(
          new ModelId("vit-s-pleasant"),
          Optional.of("pleasant"),
          "flower-insect",
          "Flower-Insect/Valence",
          "all text");

  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private FakeRunner runner;
  private Workbench bench;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    runner = new FakeRunner(StudyResult.empty(), StudyFixture.result());
    Remembered remembered = TestWindow.remembered(folder);
    bench = TestWindow.bench(remembered, dialogs, runner);
    bench.session().open(StudyFixture.study(), Optional.empty());
    window = TestWindow.show(bench, PageId.OVERVIEW, stage, 1000, 960);
  }

  @Test
  void aPointClickedIsPickedOutEverywhereAndEscapeLetsGo(FxRobot robot) throws Exception {
    ChartPane scatter = chart(robot, "#scatter", POINT);
    robot.clickOn(onScreen(scatter, POINT));
    await(() -> !bench.session().selection().choices().isEmpty());
    List<Choice> choices = List.copyOf(bench.session().selection().choices());
    assertTrue(
        choices.contains(new Choice.Model(new ModelId("vit-s-pleasant"))), choices::toString);
    assertTrue(robot.lookup("vit-s-pleasant").tryQuery().isPresent(), "no chip");
    await(() -> scatter.figure().orElseThrow().style().highlight().models().size() == 1);
    ChartPane bars = robot.lookup("#composition").queryAs(ChartPane.class);
    await(() -> bars.figure().orElseThrow().style().highlight().datasets().contains("pleasant"));
    robot.type(KeyCode.ESCAPE);
    await(() -> bench.session().selection().choices().isEmpty());
    await(() -> scatter.figure().orElseThrow().style().highlight().empty());
  }

  @Test
  void aLegendEntryPicksOutItsManifest(FxRobot robot) throws Exception {
    Subject legend = new Subject.Mention("balanced", "flowers");
    ChartPane bars = chart(robot, "#composition", legend);
    robot.clickOn(onScreen(bars, legend));
    await(() -> bench.session().selection().choices().size() == 1);
    assertEquals(
        List.of(new Choice.Dataset(new DatasetId("balanced"))),
        bench.session().selection().choices());
  }

  @Test
  void aCellOfTheHeatMapLeadsTheScatter(FxRobot robot) throws Exception {
    Subject cell = new Subject.Relation("Group/Place", "image as target");
    ChartPane relations = chart(robot, "#relations", cell);
    robot.clickOn(onScreen(relations, cell));
    ChartPane scatter = robot.lookup("#scatter").queryAs(ChartPane.class);
    await(() -> scatter.figure().orElseThrow().subtitle().contains("image as target"));
    ComboBox<?> category = robot.lookup("#choice-category").queryComboBox();
    assertEquals("Group/Place", category.getValue());
  }

  @Test
  void everyPageOpensByRailAndByKey(FxRobot robot) throws Exception {
    for (PageId page : PageId.values()) {
      robot.clickOn("#rail-" + page.key());
      await(() -> window.pageProperty().get() == page);
      assertTrue(robot.lookup("#page-" + page.key()).tryQuery().isPresent(), page::key);
    }
    robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
    await(() -> window.pageProperty().get() == PageId.DATA);
  }

  @Test
  void languageAndThemeChangeAndAreRemembered(FxRobot robot) throws Exception {
    robot.clickOn("日本語");
    await(() -> text(robot, "#rail-overview").equals("概観"));
    ChartPane bars = robot.lookup("#composition").queryAs(ChartPane.class);
    await(() -> bars.figure().filter(it -> it.title().contains("キャプション")).isPresent());
    robot.clickOn("#theme");
    await(() -> bars.figure().orElseThrow().style().theme().name().equals("dark"));
    assertEquals(Optional.of("ja"), bench.remembered().now().language());
    assertEquals(Theme.DARK, new PreferencesFile(folder.resolve("window.json")).read().theme());
  }

  @Test
  void aRemovedManifestComesBackWithUndo(FxRobot robot) throws Exception {
    robot.clickOn("#rail-data");
    TableView<?> table = robot.lookup("#manifests").queryTableView();
    await(() -> table.getItems().size() == 4);
    robot.clickOn("#data-remove");
    await(() -> table.getItems().size() == 3);
    assertEquals(3, bench.session().result().compositions().size());
    assertFalse(bench.session().savedProperty().get());
    robot.clickOn("#undo");
    await(() -> table.getItems().size() == 4);
    assertEquals(4, bench.session().result().compositions().size());
  }

  @Test
  void aManifestIsAddedAndItsColumnsAreReassigned(FxRobot robot) throws Exception {
    Path file = folder.resolve("mine.csv");
    Files.writeString(
        file,
        "url,words,title\n"
            + "https://a.example/1.jpg,a red rose,x\n"
            + "https://a.example/2.jpg,an ant,y\n");
    dialogs.answer(file);
    robot.clickOn("#rail-data");
    robot.clickOn("#data-add");
    await(() -> robot.lookup("#role-caption").tryQuery().isPresent());
    await(
        () ->
            robot.lookup("#role-caption").queryComboBox().getItems().toString().contains("words"));
    ComboBox<String> box = robot.lookup("#role-caption").queryComboBox();
    robot.interact(() -> box.getSelectionModel().select("title"));
    await(
        () ->
            "title"
                .equals(
                    bench
                        .session()
                        .request()
                        .manifests()
                        .getLast()
                        .mapping()
                        .get(ColumnRole.CAPTION)));
    assertTrue(bench.session().outdatedProperty().get(), "a new manifest has no profile");
  }

  @Test
  void aCancelledRunKeepsTheLastResultAndMarksItOld(FxRobot robot) throws Exception {
    StudyResult before = bench.session().result();
    robot.clickOn("#run");
    runner.awaitReport();
    await(() -> text(robot, "#task-numbers").contains("120"));
    assertEquals("Embedding images · vit-s", text(robot, "#task-stage"));
    robot.clickOn("#task-cancel");
    await(() -> !bench.runs().runningProperty().get());
    assertEquals(before, bench.session().result());
    await(() -> robot.lookup("#old-banner").query().isVisible());
  }

  @Test
  void aFinishedRunIsSavedAndOpensAgain(FxRobot robot) throws Exception {
    Path file = folder.resolve("mine.plumb");
    dialogs.answer(file);
    robot.clickOn("#run");
    runner.goOn();
    await(() -> !bench.runs().runningProperty().get());
    assertEquals("Not saved", text(robot, "#status-saved"));
    robot.press(KeyCode.CONTROL).type(KeyCode.S).release(KeyCode.CONTROL);
    await(() -> text(robot, "#status-saved").equals("Saved"));
    assertEquals(StudyFixture.result().bias(), StudyFile.read(file).result().bias());
    robot.interact(() -> bench.session().edit("x", request -> StudyFixture.request()));
    robot.interact(() -> bench.files().open(file));
    await(() -> bench.session().fileProperty().get().equals(Optional.of(file)));
    assertEquals(StudyFixture.result().models(), bench.session().result().models());
    assertEquals(file, bench.remembered().now().recent().getFirst());
  }

  @Test
  void unsavedChangesAreNotLostWithoutAQuestion(FxRobot robot) throws Exception {
    robot.clickOn("#rail-models");
    await(() -> robot.lookup("#models-remove").tryQuery().isPresent());
    robot.clickOn("#models-remove");
    await(() -> bench.session().request().models().size() == 15);
    robot.press(KeyCode.CONTROL).type(KeyCode.N).release(KeyCode.CONTROL);
    await(() -> robot.lookup("#loss-keep").tryQuery().isPresent());
    robot.clickOn("#loss-keep");
    await(() -> robot.lookup("#loss-keep").tryQuery().isEmpty());
    assertEquals(15, bench.session().request().models().size());
  }

  @Test
  void aBundleIsAddedCheckedComparedAndItsFactsAreFilledIn(FxRobot robot) throws Exception {
    dialogs.answer(Path.of("sample-data/models/vit-s-pleasant").toAbsolutePath());
    robot.clickOn("#rail-models");
    await(() -> robot.lookup("#models-add").tryQuery().isPresent());
    robot.clickOn("#models-add");
    await(() -> robot.lookup("#check-common-space").tryQuery().isPresent());
    dialogs.answer(Path.of("sample-data/models/vit-s-pleasant/parity.json").toAbsolutePath());
    robot.clickOn("#checks-compare");
    await(() -> robot.lookup("#check-text-parity").tryQuery().isPresent());
    robot.clickOn("#facts-fill");
    robot.clickOn("#facts-fill-plumbline");
    await(() -> robot.lookup("#facts-family").queryTextInputControl().getText().equals("ViT"));
  }

  @Test
  void theSampleStudyOpensFromTheMenuAndRuns(FxRobot robot) throws Exception {
    robot.clickOn("#menu-study");
    robot.clickOn("Open sample study");
    runner.awaitReport();
    runner.goOn();
    await(() -> !bench.runs().runningProperty().get());
    assertEquals("Sample study", bench.session().request().name());
    assertEquals(16, bench.session().request().models().size());
  }

  @Test
  void rowsAreCopiedAsTabSeparatedText(FxRobot robot) throws Exception {
    robot.clickOn("#rail-performance");
    TableView<?> table = robot.lookup("#scores").queryTableView();
    await(() -> table.getItems().size() == 16);
    robot.interact(
        () -> {
          table.requestFocus();
          table.getSelectionModel().clearAndSelect(0);
        });
    robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
    String[] copied = {""};
    robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
    assertTrue(
        copied[0].startsWith(
            "Model\tDataset\tMetric\tValue\tn\tSource\nvit-s-pleasant\tshapes-16\t"),
        copied[0]);
  }

  @Test
  void wheelZoomsAtThePointerAndDoubleClickResets(FxRobot robot) throws Exception {
    ChartPane scatter = chart(robot, "#scatter", POINT);
    Point2D before = scatter.whereIs(POINT).orElseThrow();
    robot.moveTo(onScreen(scatter, POINT));
    robot.scroll(3, javafx.geometry.VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    Subject other =
        new Subject.Effect(
            new ModelId("conv-m-unpleasant"),
            Optional.of("unpleasant"),
            "flower-insect",
            "Flower-Insect/Valence",
            "all text");
    Point2D near = scatter.whereIs(POINT).orElseThrow();
    assertTrue(before.distance(near) < 4, () -> "moved from " + before + " to " + near);
    double x = scatter.getWidth() / 2;
    Point2D middle = scatter.localToScreen(x, 20);
    robot.interact(() -> bench.session().selection().clear());
    robot.doubleClickOn(middle);
    WaitForAsyncUtils.waitForFxEvents();
    assertTrue(scatter.whereIs(other).isPresent(), "not reset");
  }

  private static ChartPane chart(FxRobot robot, String id, Subject subject) throws Exception {
    await(() -> robot.lookup(id).tryQuery().isPresent());
    ChartPane chart = robot.lookup(id).queryAs(ChartPane.class);
    await(() -> chart.isVisible() && chart.figure().isPresent() && settled(chart, subject));
    return chart;
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }
}
