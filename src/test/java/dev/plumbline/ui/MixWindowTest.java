package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.Recipe;
import dev.plumbline.composition.TargetMix;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.report.FigureTable;
import dev.plumbline.study.RequestReader;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MixWindowTest {
  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private Workbench bench;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, dialogs, new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    StudyRequest request = RequestReader.read(SampleStudy.locate());
    Study study =
        new Study(
            request,
            new StudyResult(List.of(profile(request)), List.of(), List.of(), List.of(), List.of()),
            StudyFixture.study().provenance(),
            List.of());
    bench.session().open(study, Optional.empty());
    TestWindow.show(bench, PageId.DATA, stage);
  }

  private static CompositionResult profile(StudyRequest request) {
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      return new CompositionProfiler(engine)
          .profile(
              engine.read(request.manifests().getFirst(), new Cancellation()),
              new CompositionSettings(request.lexicon()),
              Progress.none(),
              new Cancellation());
    }
  }

  @BeforeEach
  void openTheView(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#data-view-mix").tryQuery().isPresent());
    robot.clickOn("#data-view-mix");
    await(() -> text(robot, "#mix-said").startsWith("Name a wanted share"));
  }

  @Test
  void aListGetsAShareItIsReachedAndWeightsAreSaved(FxRobot robot) throws Exception {
    add(robot, "mentions", 0);
    await(() -> text(robot, "#mix-said").contains("Kish"));
    assertEquals(List.of("caption mentions list 'flowers'"), groups());
    type(robot, "#mix-share-1", "50");
    ChartPane targets = robot.lookup("#mix-targets").queryAs(ChartPane.class);
    await(
        () ->
            cell(targets, 0, "after").equals("0.5") && cell(targets, 0, "missed").equals("false"));
    assertEquals("0.5", cell(targets, 0, "wanted"));
    double before = Double.parseDouble(cell(targets, 0, "before"));
    assertTrue(Double.parseDouble(cell(targets, 0, "low")) < before);
    assertTrue(!text(robot, "#mix-effective").startsWith("100"));
    ChartPane weighted = robot.lookup("#mix-weighted").queryAs(ChartPane.class);
    await(() -> weighted.figure().filter(it -> it.sentence().isEmpty()).isPresent());
    assertEquals("list", weighted.figure().orElseThrow().table().columns().get(1));
    robot.clickOn("#mix-view-associations");
    await(() -> columns(weighted).contains("change"));
    robot.clickOn("#mix-view-weights");
    await(() -> columns(weighted).contains("weight"));
    assertEquals(2, weighted.figure().orElseThrow().table().rows().size());
    Path weights = folder.resolve("weights.csv");
    dialogs.answer(weights);
    robot.clickOn("#mix-save").clickOn("#mix-save-weights_csv");
    await(() -> Files.exists(weights));
    assertTrue(Files.readAllLines(weights).getFirst().endsWith(",weight"));
    Path recipe = folder.resolve("mix.json");
    dialogs.answer(recipe);
    robot.clickOn("#mix-save").clickOn("#mix-save-recipe");
    await(() -> Files.exists(recipe));
    assertEquals(bench.session().request().whatIf().mix(), Recipe.read(recipe).mix());
    robot.clickOn("#mix-undo");
    await(() -> !cell(targets, 0, "after").equals("0.5"));
    robot.clickOn("#mix-undo");
    await(() -> text(robot, "#mix-said").startsWith("Name a wanted share"));
    assertEquals(List.of(), groups());
  }

  @Test
  void valuesOfAColumnSumToOneHundredAtMostAndTheReasonIsSaid(FxRobot robot) throws Exception {
    add(robot, "language", 0);
    await(() -> groups().size() == 1);
    robot.clickOn("#mix-condition").write("language:xx").type(KeyCode.ENTER);
    await(() -> text(robot, "#mix-said").contains("No kept row is in the group language: xx"));
    robot.clickOn("#mix-remove-2");
    add(robot, "language", 1);
    await(() -> groups().size() == 2 && text(robot, "#mix-said").contains("Kish"));
    type(robot, "#mix-share-1", "70");
    type(robot, "#mix-share-2", "60");
    await(() -> text(robot, "#mix-said").contains("cannot sum to more than 100 %"));
    assertTrue(sum(robot).contains("130.0"), sum(robot));
    robot.clickOn("#mix-balance");
    await(() -> mix().shares().stream().allMatch(share -> share.share() == 0.65));
    type(robot, "#mix-share-1", "40");
    type(robot, "#mix-share-2", "30");
    await(() -> text(robot, "#mix-said").contains("Kish"));
    assertTrue(sum(robot).contains("30.0\u00a0% left"), sum(robot));
  }

  @Test
  void aCapThatIsTooLowIsSaidAndTheOneThatWouldDo(FxRobot robot) throws Exception {
    add(robot, "mentions", 1);
    await(() -> text(robot, "#mix-said").contains("Kish"));
    type(robot, "#mix-share-1", "80");
    write(robot, "#mix-cap", "0.5");
    await(() -> text(robot, "#mix-complaint").contains("greater than 1"));
    write(robot, "#mix-cap", "1.5");
    await(() -> text(robot, "#mix-warned").contains("would reach them all"));
    assertEquals("", text(robot, "#mix-complaint"));
    String needed = text(robot, "#mix-warned").replaceAll(".*weight of ([0-9.]+) would.*", "$1");
    write(robot, "#mix-cap", needed);
    await(() -> !text(robot, "#mix-warned").contains("would reach"));
    robot.clickOn("#mix-condition").write("words >>").type(KeyCode.ENTER);
    await(() -> text(robot, "#mix-complaint").contains("character"));
  }

  @Test
  void theStudyRemembersTheMix(FxRobot robot) throws Exception {
    robot.clickOn("#mix-condition").write("words >= 5").type(KeyCode.ENTER);
    await(() -> text(robot, "#mix-said").contains("Kish"));
    write(robot, "#mix-cap", "2.5");
    await(() -> mix().cap().isPresent());
    Path file = folder.resolve("mix.plumb");
    Study study = bench.session().study();
    StudyFile.write(file, study);
    robot.clickOn("#mix-remove-1");
    await(() -> mix().isEmpty());
    robot.interact(() -> bench.session().open(StudyFile.read(file), Optional.of(file)));
    await(() -> robot.lookup("#mix-share-1").tryQuery().isPresent());
    await(() -> robot.lookup("#mix-cap").queryAs(TextField.class).getText().equals("2.5"));
    assertEquals(study.request().whatIf().mix(), mix());
  }

  private static void add(FxRobot robot, String facet, int item) {
    robot.clickOn("#mix-add").clickOn("#mix-add-" + facet);
    robot.clickOn("#mix-add-" + facet + "-" + item);
  }

  private static void type(FxRobot robot, String spinner, String text) {
    robot.interact(() -> robot.lookup(spinner).queryAs(Spinner.class).getEditor().requestFocus());
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write(text).type(KeyCode.ENTER);
  }

  private static void write(FxRobot robot, String field, String text) {
    robot.clickOn(field);
    robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
    robot.write(text).type(KeyCode.ENTER);
  }

  private TargetMix mix() {
    return bench.session().request().whatIf().mix();
  }

  private List<String> groups() {
    return mix().shares().stream().map(share -> share.condition()).toList();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Label.class).getText();
  }

  private static String sum(FxRobot robot) {
    return robot.lookup("#mix-sums .label").queryAs(Label.class).getText();
  }

  private static List<String> columns(ChartPane chart) {
    return chart.figure().map(it -> it.table().columns()).orElse(List.of());
  }

  private static String cell(ChartPane chart, int row, String column) {
    FigureTable table = chart.figure().orElseThrow().table();
    return table.rows().size() <= row
        ? ""
        : table.rows().get(row).get(table.columns().indexOf(column));
  }
}
