package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.LexiconReader;
import dev.plumbline.composition.TermLook;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.StudyEdits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Term lists that are edited on the Data page, and what they catch while they are typed.
@ExtendWith(ApplicationExtension.class)
class LexiconWindowTest {
  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private Workbench bench;

  @Start
  void start(Stage stage) throws Exception {
    Path manifest = folder.resolve("captions.csv");
    StringBuilder rows = new StringBuilder("url,caption\n");
    List<String> captions =
        List.of(
            "a china plate",
            "blue china plate",
            "Great Wall of China",
            "a woman in the office",
            "two women",
            "A Woman",
            "a man at home",
            "roses");
    for (int i = 0; i < captions.size(); i++) {
      rows.append("https://a.example/").append(i).append(',').append(captions.get(i)).append('\n');
    }
    Files.writeString(manifest, rows.toString());
    bench =
        TestWindow.bench(
            Files.createTempDirectory(folder, "w"),
            dialogs,
            new FakeRunner(StudyResult.empty(), StudyResult.empty()));
    bench
        .session()
        .edit("lists", it -> StudyEdits.withLexicon(it, LexiconReader.bundled("gender-career")));
    bench.session().edit("manifest", it -> StudyEdits.withManifest(it, manifest));
    TestWindow.show(bench, PageId.DATA, stage);
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#data-lexicon").tryQuery().isPresent());
    robot.clickOn("#data-lexicon");
    await(() -> robot.lookup("#data-lexicon-edit").tryQuery().isPresent());
    robot.clickOn("#data-lexicon-edit");
    await(() -> robot.lookup("#lexicon-pane").tryQuery().isPresent());
    await(() -> terms(robot).getText().startsWith("woman"));
  }

  @Test
  void termsSayWhatTheyCatchWhileTheyAreTyped(FxRobot robot) throws Exception {
    await(() -> look(robot, "woman").filter(it -> it.captions() == 2).isPresent());
    robot.clickOn("#lexicon-add");
    await(() -> terms(robot).getText().isEmpty());
    robot.clickOn("#lexicon-terms").write("china\ngreat wall of china");
    await(() -> look(robot, "china").filter(it -> it.captions() == 3).isPresent());
    await(
        () ->
            look(robot, "great wall of china")
                .filter(it -> it.covered().equals(Optional.of("china")))
                .isPresent());
    TableView<?> table = robot.lookup("#lexicon-look").queryTableView();
    robot.clickOn(robot.from(table).lookup("china").queryAll().iterator().next());
    await(() -> examples(robot).size() == 3);
    await(
        () ->
            robot.lookup(".card-subtitle").queryAllAs(Label.class).stream()
                .anyMatch(it -> it.getText().contains("china plate ×2")));
  }

  @Test
  void faultsAreToldAsTheyAreTypedAndKeepAFileFromBeingWritten(FxRobot robot) throws Exception {
    robot.interact(() -> terms(robot).setText("woman\nwomen\nwoman"));
    await(() -> problem(robot).contains("stands twice"));
    assertTrue(robot.lookup("#lexicon-save").query().isDisabled());
    robot.interact(() -> terms(robot).setText("woman, she"));
    await(() -> problem(robot).contains("several lines"));
    assertFalse(robot.lookup("#lexicon-save").query().isDisabled());
    robot.interact(() -> terms(robot).setText("woman\tshe\n\n \u00a0her \n"));
    await(() -> looked(robot).equals(List.of("her", "she", "woman")));
    robot.interact(() -> terms(robot).setText("女性"));
    await(() -> problem(robot).contains("found anywhere"));
    robot.clickOn("anywhere");
    await(() -> problem(robot).isEmpty());
    robot.interact(() -> terms(robot).setText(""));
    await(() -> problem(robot).contains("no term"));
  }

  @Test
  void listsAreAddedCopiedRenamedAndDeletedAndAllThatIsUndone(FxRobot robot) throws Exception {
    assertEquals(8, lists(robot).size());
    robot.clickOn("#lexicon-duplicate");
    await(() -> lists(robot).contains("women-2"));
    robot.clickOn("#lexicon-key").push(KeyCode.CONTROL, KeyCode.A).write("ladies");
    await(() -> lists(robot).contains("ladies=women-2") && lists(robot).size() == 9);
    robot.clickOn("#lexicon-key").push(KeyCode.CONTROL, KeyCode.A).write("men");
    await(() -> lists(robot).contains("me=women-2"));
    robot.clickOn("#lexicon-remove");
    await(() -> lists(robot).size() == 8);
    robot.clickOn("#lexicon-search").write("businessman");
    await(() -> lists(robot).equals(List.of("men")));
    robot.clickOn(robot.from(tree(robot)).lookup("men").queryAll().iterator().next());
    await(() -> terms(robot).getText().startsWith("man\n"));
    robot.clickOn("#lexicon-remove");
    await(() -> robot.lookup("#lexicon-removal").query().isVisible());
    String question = robot.lookup("#lexicon-removal .label").queryAs(Label.class).getText();
    assertTrue(question.contains("gender-career"), question);
    robot.push(KeyCode.ESCAPE);
    await(() -> !robot.lookup("#lexicon-removal").query().isVisible());
    robot.push(KeyCode.ESCAPE);
    await(() -> lists(robot).size() == 8);
    robot.clickOn("#lexicon-remove").clickOn("#lexicon-remove-with-tests");
    await(() -> lists(robot).size() == 7);
    assertTrue(used(robot).contains("used by no test"), used(robot));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    await(() -> lists(robot).size() == 8 && used(robot).contains("gender-career"));
    robot.push(
        new KeyCodeCombination(KeyCode.Z, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN));
    await(() -> lists(robot).size() == 7);
    robot.clickOn("#lexicon-revert");
    await(() -> lists(robot).size() == 8);
    assertTrue(robot.lookup("#lexicon-revert").query().isDisabled());
    robot.clickOn("#lexicon-undo");
    await(() -> lists(robot).size() == 7);
  }

  @Test
  void bundledListsAreSavedToAFileOfTheUsersAndTheStudyUsesIt(FxRobot robot) throws Exception {
    robot.clickOn("#lexicon-english").push(KeyCode.CONTROL, KeyCode.A).write("women and girls");
    await(() -> lists(robot).contains("women=women and girls"));
    robot.clickOn("#lexicon-save");
    assertEquals("gender-career", bench.session().request().lexicon().id(), "no place was named");
    Path file = folder.resolve("words of mine.json");
    dialogs.answer(file);
    robot.clickOn("#lexicon-save");
    await(() -> bench.session().request().lexicon().id().equals("words of mine"));
    assertEquals(bench.session().request().lexicon(), LexiconReader.read(file));
    assertTrue(robot.lookup("#lexicon-save").query().isDisabled(), "all is saved");
    dialogs.answer(folder.resolve("never.json"));
    robot.interact(() -> terms(robot).setText("woman"));
    robot.clickOn("#lexicon-save");
    await(() -> LexiconReader.read(file).terms().get("women").terms().equals(List.of("woman")));
    assertFalse(Files.exists(folder.resolve("never.json")), "the file is known");
    robot.interact(() -> terms(robot).setText("woman\nlady"));
    robot.push(KeyCode.ESCAPE);
    await(() -> robot.lookup("#page-data").tryQuery().isPresent());
    assertEquals(
        List.of("woman"), bench.session().request().lexicon().terms().get("women").terms());
    robot.push(KeyCode.CONTROL, KeyCode.L);
    await(() -> robot.lookup("#lexicon-pane").tryQuery().isPresent());
    assertEquals("woman\nlady", terms(robot).getText(), "what was not saved is still there");
  }

  /// Keys of the lists on screen, each with the name it is shown by where that is another.
  private static List<String> lists(FxRobot robot) {
    return tree(robot).getRoot().getChildren().stream()
        .flatMap(section -> section.getChildren().stream())
        .map(item -> item.getValue().toString())
        .map(line -> line.replaceAll(".*Optional\\[(.*)\\], text=(.*)\\]", "$1=$2"))
        .map(line -> line.replaceAll("^(.*)=\\1$", "$1"))
        .sorted()
        .toList();
  }

  private static String used(FxRobot robot) {
    return robot.lookup(".card-subtitle").queryAllAs(Label.class).stream()
        .map(Label::getText)
        .filter(text -> text.contains("used by"))
        .findFirst()
        .orElse("");
  }

  private static List<String> looked(FxRobot robot) {
    return rows(robot).stream().map(TermLook::term).sorted().toList();
  }

  private static TextArea terms(FxRobot robot) {
    return robot.lookup("#lexicon-terms").queryAs(TextArea.class);
  }

  private static String problem(FxRobot robot) {
    return robot.lookup("#lexicon-problem").queryAs(Label.class).getText();
  }

  private static TreeView<?> tree(FxRobot robot) {
    return robot.lookup("#lexicon-lists").queryAs(TreeView.class);
  }

  private static List<?> examples(FxRobot robot) {
    return robot.lookup("#lexicon-examples").queryAs(ListView.class).getItems();
  }

  @SuppressWarnings("unchecked") // the table lists terms
  private static List<TermLook> rows(FxRobot robot) {
    return robot.lookup("#lexicon-look").queryAs(TableView.class).getItems();
  }

  private static Optional<TermLook> look(FxRobot robot, String term) {
    return rows(robot).stream().filter(it -> it.term().equals(term)).findFirst();
  }
}
