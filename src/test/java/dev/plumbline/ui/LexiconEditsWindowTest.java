package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.FilterChoices;
import dev.plumbline.composition.Lexicon;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.composition.LexiconTest;
import dev.plumbline.composition.TargetMix;
import dev.plumbline.composition.TargetShare;
import dev.plumbline.study.StudyResult;
import dev.plumbline.study.WhatIfRequest;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.StudyEdits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
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

/// Tests of term lists that are put together in the editor, files that change meanwhile, and what
/// of a study follows a list that is renamed.
@ExtendWith(ApplicationExtension.class)
class LexiconEditsWindowTest {
  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private Workbench bench;

  @Start
  void start(Stage stage) throws Exception {
    bench =
        TestWindow.bench(
            Files.createTempDirectory(folder, "w"),
            dialogs,
            new FakeRunner(StudyResult.empty(), StudyResult.empty()));
    bench
        .session()
        .edit("lists", it -> StudyEdits.withLexicon(it, LexiconReader.bundled("gender-career")));
    TestWindow.show(bench, PageId.DATA, stage);
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#data-lexicon").tryQuery().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.L);
    await(() -> robot.lookup("#lexicon-pane").tryQuery().isPresent());
    await(() -> terms(robot).getText().startsWith("woman"));
  }

  @Test
  void testsAreAddedFilledRenamedAndDeleted(FxRobot robot) throws Exception {
    int before = tests(robot).size();
    robot.clickOn("#lexicon-test-add");
    await(() -> tests(robot).size() == before + 1);
    choose(robot, "#lexicon-test-y", "family");
    choose(robot, "#lexicon-test-x", "family");
    await(() -> fault(robot).contains("family with itself: choose two lists for X and Y"));
    assertTrue(robot.lookup("#lexicon-save").query().isDisabled());
    choose(robot, "#lexicon-test-x", "career");
    choose(robot, "#lexicon-test-a", "women");
    choose(robot, "#lexicon-test-b", "men");
    robot.clickOn("#lexicon-test-id").push(KeyCode.CONTROL, KeyCode.A).write("turned");
    await(() -> tests(robot).getLast().id().value().equals("turned"));
    LexiconTest made = tests(robot).getLast();
    assertEquals(
        List.of("career", "family", "women", "men"),
        List.of(made.x(), made.y(), made.a(), made.b()));
    assertEquals("", fault(robot));
    robot.clickOn("#lexicon-test-id").push(KeyCode.CONTROL, KeyCode.A);
    robot.write(tests(robot).getFirst().id().value());
    assertFalse(
        tests(robot).getLast().id().equals(tests(robot).getFirst().id()),
        "a name is not given twice");
    Path file = folder.resolve("turned.json");
    dialogs.answer(file);
    robot.clickOn("#lexicon-save");
    await(() -> Files.exists(file));
    assertTrue(LexiconReader.read(file).tests().stream().anyMatch(it -> it.x().equals("career")));
    robot.clickOn("#lexicon-test-remove");
    await(() -> tests(robot).size() == before);
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    await(() -> tests(robot).size() == before + 1);
  }

  @Test
  void aTestWithoutListsIsTold(FxRobot robot) throws Exception {
    robot.interact(() -> robot.lookup("#lexicon-lists").query().requestFocus());
    Lexicon none = new Lexicon("l", LexiconReader.bundled("age").terms(), Map.of(), List.of());
    Path file = folder.resolve("none.json");
    LexiconReader.write(file, none);
    dialogs.answer(file);
    robot.clickOn("#lexicon-open");
    await(() -> tests(robot).isEmpty());
    robot.clickOn("#lexicon-test-add");
    await(() -> fault(robot).contains("no list for X"));
    assertTrue(robot.lookup("#lexicon-save").query().isDisabled());
  }

  @Test
  void aFileThatChangedMeanwhileIsNotOverwrittenUnasked(FxRobot robot) throws Exception {
    Path file = folder.resolve("shared.json");
    dialogs.answer(file);
    robot.clickOn("#lexicon-save");
    await(() -> Files.exists(file));
    Files.writeString(file, Files.readString(file).replace("\"woman\"", "\"woman\", \"lass\""));
    Lexicon theirs = LexiconReader.read(file);
    assertTrue(theirs.terms().get("women").terms().contains("lass"));
    robot.interact(() -> terms(robot).appendText("\ndame\nmadam"));
    robot.clickOn("#lexicon-save");
    await(() -> robot.lookup("#lexicon-conflict").query().isVisible());
    assertTrue(label(robot, "there").contains("1 term, no test (women)"), label(robot, "there"));
    assertTrue(label(robot, "here").contains("2 terms, no test (women)"), label(robot, "here"));
    robot.clickOn("#lexicon-conflict-later");
    assertEquals(theirs, LexiconReader.read(file));
    robot.clickOn("#lexicon-save");
    robot.clickOn("#lexicon-theirs-take");
    await(() -> terms(robot).getText().contains("lass"));
    assertFalse(terms(robot).getText().contains("dame"));
    robot.clickOn("#lexicon-undo");
    await(() -> terms(robot).getText().contains("dame"));
    Files.writeString(file, "{");
    robot.clickOn("#lexicon-save");
    await(() -> label(robot, "question").contains("no file of term lists any more"));
    assertTrue(robot.lookup("#lexicon-theirs-take").query().isDisabled());
    robot.clickOn("#lexicon-mine-keep");
    await(() -> bench.session().request().lexicon().terms().get("women").terms().contains("dame"));
    assertEquals(bench.session().request().lexicon(), LexiconReader.read(file));
    assertFalse(robot.lookup("#lexicon-conflict").query().isVisible());
  }

  @Test
  void filterAndWeightsFollowAListThatIsRenamed(FxRobot robot) throws Exception {
    WhatIfRequest before = whatIf("women");
    robot.interact(
        () -> bench.session().edit("what-if", it -> it.with(parts -> parts.whatIf = before)));
    robot.clickOn("#lexicon-key").push(KeyCode.CONTROL, KeyCode.A).write("ladies");
    await(() -> robot.lookup("#lexicon-lists").tryQuery().isPresent());
    dialogs.answer(folder.resolve("renamed.json"));
    assertEquals(before, bench.session().request().whatIf(), "not before it is saved");
    robot.clickOn("#lexicon-save");
    await(() -> bench.session().request().lexicon().terms().containsKey("ladies"));
    assertEquals(whatIf("ladies"), bench.session().request().whatIf());
    while (!robot.lookup("#lexicon-key").queryAs(TextField.class).getText().equals("women")) {
      robot.clickOn("#lexicon-undo");
    }
    robot.clickOn("#lexicon-save");
    await(() -> bench.session().request().lexicon().terms().containsKey("women"));
    assertEquals(before, bench.session().request().whatIf(), "back with the list");
    robot.interact(bench.session()::undo);
    assertEquals(whatIf("ladies"), bench.session().request().whatIf());
    robot.interact(bench.session()::undo);
    assertEquals(before, bench.session().request().whatIf());
    assertTrue(bench.session().request().lexicon().terms().containsKey("women"));
  }

  private static WhatIfRequest whatIf(String women) {
    return new WhatIfRequest(
        FilterChoices.none()
            .withWithout(List.of(women, "family"))
            .withFurther("caption mentions list '%s' or words >= 3".formatted(women)),
        new TargetMix(
            List.of(TargetShare.mentions(women, 0.5), TargetShare.mentions("men", 0.5)),
            OptionalDouble.empty()));
  }

  /// Opens a list of choices and clicks on one.
  private static void choose(FxRobot robot, String box, String item) throws Exception {
    robot.clickOn(box);
    await(() -> !choices(robot, item).isEmpty());
    robot.clickOn(choices(robot, item).getFirst());
    await(() -> choices(robot, item).isEmpty());
  }

  private static List<ListCell<?>> choices(FxRobot robot, String item) {
    return robot.lookup(".combo-box-popup .list-cell").queryAllAs(ListCell.class).stream()
        .<ListCell<?>>map(cell -> cell)
        .filter(cell -> item.equals(cell.getItem()) && cell.isVisible() && shown(cell))
        .toList();
  }

  private static boolean shown(ListCell<?> cell) {
    return cell.getScene().getWindow().isShowing();
  }

  @SuppressWarnings("unchecked") // the list holds tests
  private static List<LexiconTest> tests(FxRobot robot) {
    return robot.lookup("#lexicon-tests").queryAs(ListView.class).getItems();
  }

  private static String fault(FxRobot robot) {
    return robot.lookup("#lexicon-test-fault").queryAs(Label.class).getText();
  }

  private static String label(FxRobot robot, String name) {
    return robot.lookup("#lexicon-conflict-" + name).queryAs(Label.class).getText();
  }

  private static TextArea terms(FxRobot robot) {
    return robot.lookup("#lexicon-terms").queryAs(TextArea.class);
  }
}
