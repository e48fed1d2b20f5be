package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.Recipe;
import dev.plumbline.study.RequestReader;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class WhatIfWindowTest {
  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private Workbench bench;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, dialogs, new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    Study study =
        new Study(
            RequestReader.read(SampleStudy.locate()),
            StudyResult.empty(),
            StudyFixture.study().provenance(),
            List.of());
    bench.session().open(study, Optional.empty());
    TestWindow.show(bench, PageId.DATA, stage);
  }

  @Test
  void aPresetThatIsChosenIsShownByItsNameAlone(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#data-view-what_if").tryQuery().isPresent());
    robot.clickOn("#data-view-what_if");
    await(() -> share(robot).startsWith("100"));
    Path words = folder.resolve("words.txt");
    Files.writeString(words, "flower\nrose\n");
    dialogs.answer(words);
    ComboBox<?> presets = robot.lookup("#whatif-preset").queryAs(ComboBox.class);
    robot.interact(() -> presets.getSelectionModel().select(presets.getItems().indexOf("text")));
    await(() -> presets.getButtonCell().getText().equals("text"));
    assertTrue(presets.getTooltip().getText().startsWith("text: English"));
    await(() -> expression(robot).contains("words.txt"));
  }

  @Test
  void controlsFilterUndoTakesBackAndARecipeIsSaved(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#data-view-what_if").tryQuery().isPresent());
    robot.clickOn("#data-view-what_if");
    await(() -> share(robot).startsWith("100"));
    ChartPane groups = robot.lookup("#whatif-groups").queryAs(ChartPane.class);
    await(() -> groups.figure().filter(it -> it.sentence().isEmpty()).isPresent());
    ChartPane effects = robot.lookup("#whatif-effects").queryAs(ChartPane.class);
    await(() -> effects.figure().flatMap(it -> it.sentence()).isPresent());
    robot.interact(() -> robot.lookup("#whatif-words").query().requestFocus());
    for (int i = 0; i < 6; i++) {
      robot.type(KeyCode.RIGHT);
    }
    await(() -> expression(robot).equals("words >= 6") && !share(robot).startsWith("100"));
    String six = share(robot);
    robot.interact(
        () -> {
          TextField further = robot.lookup("#whatif-further").queryAs(TextField.class);
          further.setText("caption mentions list");
          further.fireEvent(new javafx.event.ActionEvent());
        });
    await(() -> rows(robot).contains("character 22"));
    robot.interact(
        () -> {
          TextField further = robot.lookup("#whatif-further").queryAs(TextField.class);
          further.setText("caption mentions list flowers");
          further.fireEvent(new javafx.event.ActionEvent());
        });
    await(() -> expression(robot).endsWith("caption mentions list 'flowers'"));
    await(() -> !share(robot).equals(six) && !share(robot).equals("–"));
    Path recipe = folder.resolve("recipe.json");
    dialogs.answer(recipe);
    robot.clickOn("#whatif-save").clickOn("#whatif-save-recipe");
    await(() -> Files.exists(recipe));
    assertEquals(
        "words >= 6 and caption mentions list 'flowers'",
        Recipe.read(recipe).selection().filter().text());
    robot.clickOn("#whatif-undo");
    robot.clickOn("#whatif-undo");
    await(() -> share(robot).equals(six));
    assertTrue(expression(robot).equals("words >= 6"));
  }

  @Test
  void theStudyRemembersTheFilterAndARecipeBringsItsControlsBack(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#data-view-what_if").tryQuery().isPresent());
    robot.clickOn("#data-view-what_if");
    await(() -> share(robot).startsWith("100"));
    Path recipe = folder.resolve("opened.json");
    Files.writeString(
        recipe,
        """
        {"plumbline": "recipe", "version": 1, "filter": "words >= 5 and similarity is missing",
         "dedupe": "caption", "targets": [{"condition": "words >= 7", "share": 0.5}], "cap": 4}
        """);
    dialogs.answer(recipe);
    robot.clickOn("#whatif-save").clickOn("#whatif-save-open");
    await(() -> expression(robot).startsWith("words >= 5"));
    Slider words = robot.lookup("#whatif-words").queryAs(Slider.class);
    assertEquals(5, words.getValue());
    Study study = bench.session().study();
    assertEquals("similarity is missing", study.request().whatIf().choices().further());
    assertEquals(OptionalDouble.of(4), study.request().whatIf().mix().cap());
    assertTrue(!bench.session().savedProperty().get());
    Path file = folder.resolve("remembered.plumb");
    StudyFile.write(file, study);
    robot.interact(() -> bench.session().undo());
    await(() -> words.getValue() == 0);
    robot.interact(() -> bench.session().open(StudyFile.read(file), Optional.of(file)));
    await(() -> words.getValue() == 5);
    assertEquals(study.request().whatIf(), bench.session().request().whatIf());
  }

  private static String share(FxRobot robot) {
    return robot.lookup("#whatif-share").queryAs(Label.class).getText();
  }

  private static String rows(FxRobot robot) {
    return robot.lookup("#whatif-rows").queryAs(Label.class).getText();
  }

  private static String expression(FxRobot robot) {
    return robot.lookup("#whatif-expression").queryAs(Label.class).getText();
  }
}
