package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Oracle;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ResultTablesWindowTest {
  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private Workbench bench;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, dialogs, new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    window = TestWindow.show(bench, PageId.DATA, stage);
  }

  @Test
  void droppedPublishedResultsAreExploredWithoutAnyModel(FxRobot robot) throws Exception {
    Path published = Oracle.path("../real/cross_modal.csv").toAbsolutePath();
    robot.interact(() -> window.drop(List.of(published.toFile())));
    await(() -> window.pageProperty().get() == PageId.BIAS);
    await(() -> bench.session().result().bias().size() == 396);
    ChartPane map = chart(robot, "#bias-map");
    await(() -> map.figure().filter(it -> it.table().rows().size() == 396).isPresent());
    assertTrue(map.figure().orElseThrow().sentence().isEmpty(), "a chart, not a sentence");
    ComboBox<?> tests = robot.lookup("#bias-test").queryAs(ComboBox.class);
    assertEquals(22, tests.getItems().size());
    assertEquals("SENT-WEAT1", ((AssociationTest) tests.getItems().getFirst()).id().value());
    ChartPane dots = chart(robot, "#bias-dots");
    await(() -> dots.figure().filter(it -> it.table().rows().size() == 18).isPresent());
    robot.interact(() -> bench.session().undo());
    await(() -> bench.session().result().bias().isEmpty());
  }

  @Test
  void reportedModelsWithScoresStandInTheScatterOfTheOverview(FxRobot robot) throws Exception {
    StringBuilder table =
        new StringBuilder(
            "Image Test,Text Test,order,model,pvalue,effect_size,npermutations,"
                + "pretraining_dataset,architecture_family,vtab+\n");
    for (int i = 0; i < 6; i++) {
      table.append(
          "Race/Valence,T,all text,model-%d,0.01,%s,1000,laion2b,ViT,%s\n"
              .formatted(i, 0.2 * i, 0.3 + 0.05 * i));
    }
    Path file = Files.writeString(folder.resolve("final.csv"), table);
    robot.interact(() -> window.pageProperty().set(PageId.OVERVIEW));
    robot.interact(() -> window.drop(List.of(file.toFile())));
    ChartPane scatter = chart(robot, "#scatter");
    await(() -> scatter.figure().filter(it -> it.table().rows().size() == 6).isPresent());
    assertTrue(scatter.figure().orElseThrow().sentence().isEmpty(), "a chart, not a sentence");
    assertEquals(PageId.OVERVIEW, window.pageProperty().get(), "dropped where it is shown");
  }

  @Test
  void theMenuImportsAndExports(FxRobot robot) throws Exception {
    robot.interact(() -> bench.session().open(StudyFixture.study(), Optional.empty()));
    dialogs.answer(
        Files.writeString(
            folder.resolve("paper.csv"),
            "model,test,category,order,d,p\nRN50,group-work,Group/Place,all text,1.25,0.01\n"));
    robot.push(KeyCode.CONTROL, KeyCode.I);
    await(() -> bench.session().result().bias().size() == 257);
    Path out = folder.resolve("out.csv");
    dialogs.answer(out);
    robot.clickOn("#menu-study");
    await(() -> robot.lookup("#menu-export-cross-modal").tryQuery().isPresent());
    robot.clickOn("#menu-export-cross-modal");
    await(() -> lines(out) == 258);
  }

  private static int lines(Path file) {
    try {
      return Files.exists(file) ? Files.readAllLines(file).size() : 0;
    } catch (IOException _) {
      return 0;
    }
  }

  private static ChartPane chart(FxRobot robot, String id) throws Exception {
    await(() -> robot.lookup(id).tryQuery().isPresent());
    return robot.lookup(id).queryAs(ChartPane.class);
  }
}
