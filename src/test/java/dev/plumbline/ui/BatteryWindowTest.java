package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.BatteryFinding;
import dev.plumbline.stimulus.BatteryReader;
import dev.plumbline.stimulus.StimulusNeed;
import dev.plumbline.stimulus.UserStimuli;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Remembered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
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

@ExtendWith(ApplicationExtension.class)
class BatteryWindowTest {
  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private Remembered remembered;
  private Workbench bench;

  @Start
  void start(Stage stage) throws Exception {
    remembered = TestWindow.remembered(Files.createTempDirectory(folder, "test"));
    bench =
        TestWindow.bench(
            remembered, dialogs, new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench.session().open(StudyFixture.study(), Optional.empty());
    TestWindow.show(bench, PageId.BIAS, stage);
  }

  @BeforeEach
  void open(FxRobot robot) throws Exception {
    await(() -> robot.lookup("#bias-battery").tryQuery().filter(Node::isVisible).isPresent());
    robot.clickOn("#bias-battery");
    await(() -> robot.lookup("#battery-pane").query().isVisible());
  }

  @Test
  void aBundledBatteryIsChosenAndTakenIntoTheStudy(FxRobot robot) throws Exception {
    choose(robot, "ghate2025-classic");
    await(() -> tests(robot).size() == 10);
    robot.clickOn("#battery-use");
    await(() -> bench.session().request().battery().id().equals("ghate2025-classic"));
    await(() -> robot.lookup("#page-bias").query().isVisible());
    robot.interact(() -> bench.session().undo());
    assertFalse(bench.session().request().battery().id().equals("ghate2025-classic"));
  }

  @Test
  void editsAreCheckedAsTheyAreTypedAndUndone(FxRobot robot) throws Exception {
    choose(robot, "weat");
    await(() -> tests(robot).size() == 10);
    await(() -> words(robot).getText().startsWith("aster"));
    robot.interact(() -> words(robot).setText(words(robot).getText() + "\nWeevil"));
    await(() -> errors(robot) == 1);
    BatteryFinding overlap = findings(robot).getFirst();
    assertEquals("$.tests[0].y", overlap.path());
    assertTrue(overlap.sentence().contains("overlap"), overlap.sentence());
    assertTrue(robot.lookup("#battery-use").query().isDisabled(), "an overlap cannot be run");
    robot.clickOn("#battery-undo");
    await(() -> errors(robot) == 0 && words(robot).getText().endsWith("zinnia"));
    assertFalse(robot.lookup("#battery-use").query().isDisabled());
    TextArea templates = robot.lookup("#battery-templates").queryAs(TextArea.class);
    robot.interact(() -> templates.setText("a photo of a rose"));
    await(() -> errors(robot) > 0);
    robot.clickOn("#battery-templates").push(KeyCode.CONTROL, KeyCode.Z);
    await(() -> errors(robot) == 0 && templates.getText().isEmpty());
    robot.interact(() -> words(robot).setText("rose\ntulip"));
    await(() -> findings(robot).stream().anyMatch(it -> it.sentence().contains("unequal size")));
  }

  @Test
  void whatWasUndoneIsDoneAgainUntilSomethingElseIsEdited(FxRobot robot) throws Exception {
    choose(robot, "weat");
    await(() -> tests(robot).size() == 10);
    assertTrue(robot.lookup("#battery-redo").query().isDisabled(), "nothing was undone");
    robot.clickOn("#battery-remove");
    await(() -> tests(robot).size() == 9);
    robot.interact(() -> words(robot).setText(words(robot).getText() + "\nfirefly"));
    await(() -> words(robot).getText().endsWith("firefly"));
    robot.clickOn("#battery-undo").clickOn("#battery-undo");
    await(() -> tests(robot).size() == 10 && !words(robot).getText().endsWith("firefly"));
    robot.clickOn("#battery-redo");
    await(() -> tests(robot).size() == 9);
    robot
        .clickOn("#battery-tests")
        .push(
            new KeyCodeCombination(
                KeyCode.Z, KeyCombination.CONTROL_DOWN, KeyCombination.SHIFT_DOWN));
    await(() -> words(robot).getText().endsWith("firefly"));
    assertTrue(robot.lookup("#battery-redo").query().isDisabled(), "all is done again");
    robot.clickOn("#battery-undo");
    await(() -> !robot.lookup("#battery-redo").query().isDisabled());
    robot.clickOn("#battery-flip");
    await(() -> robot.lookup("#battery-redo").query().isDisabled());
  }

  @Test
  void aFindingLeadsToItsSetByClickAndByEnter(FxRobot robot) throws Exception {
    choose(robot, "weat");
    await(() -> tests(robot).size() == 10);
    String first = shownSet(robot);
    robot.clickOn("#battery-set-add");
    await(() -> errors(robot) == 1);
    String added = shownSet(robot);
    ListView<?> list = robot.lookup("#battery-findings").queryListView();
    int error = findings(robot).stream().map(BatteryFinding::isError).toList().indexOf(true);
    robot.interact(() -> setShown(robot, first));
    robot.interact(() -> list.getSelectionModel().select(error));
    assertEquals(first, shownSet(robot), "a line that is passed by does not lead away");
    robot.interact(list::requestFocus);
    robot.push(KeyCode.ENTER);
    await(() -> shownSet(robot).equals(added));
    robot.interact(() -> setShown(robot, first));
    robot.clickOn(robot.from(list).lookup("$.sets." + added).queryAll().iterator().next());
    await(() -> shownSet(robot).equals(added));
  }

  @SuppressWarnings("unchecked") // the combo box lists names
  private static void setShown(FxRobot robot, String set) {
    ((ComboBox<String>) robot.lookup("#battery-set").queryAs(ComboBox.class)).setValue(set);
  }

  @Test
  void ordersAndSignAreChosen(FxRobot robot) throws Exception {
    choose(robot, "ghate2025");
    await(() -> tests(robot).size() == 10);
    assertEquals("flower", tests(robot).getFirst().x());
    robot.clickOn("#battery-flip");
    await(() -> tests(robot).getFirst().x().equals("insect"));
    robot.clickOn("#battery-order-all_image");
    await(() -> tests(robot).getFirst().orders().size() == 3);
    robot.clickOn("#battery-remove");
    await(() -> tests(robot).size() == 9);
    robot.clickOn("#battery-undo").clickOn("#battery-undo").clickOn("#battery-undo");
    await(() -> tests(robot).size() == 10 && tests(robot).getFirst().x().equals("flower"));
    await(() -> robot.lookup("#battery-undo").query().isDisabled());
  }

  @Test
  void aRuleTakesAsManyEntriesAsAskedFor(FxRobot robot) throws Exception {
    choose(robot, "ghate2025");
    await(() -> tests(robot).size() == 10);
    robot.interact(
        () ->
            robot.lookup("#battery-set").queryAs(ComboBox.class).getSelectionModel().selectLast());
    Spinner<?> size = robot.lookup("#battery-words-n").queryAs(Spinner.class);
    await(() -> size.isVisible() && size.getValue().equals(25));
    assertFalse(words(robot).isEditable(), "the words come by the rule");
    Path stimuli = Files.createDirectories(folder.resolve("lexicon"));
    UserStimuli.lexicon(stimuli, 200);
    dialogs.answer(stimuli);
    robot.clickOn("#battery-folder");
    await(() -> words(robot).getText().lines().count() == 25);
    assertTrue(words(robot).getText().startsWith("word175\n"), words(robot).getText());
    robot.interact(() -> size.increment(15));
    await(() -> words(robot).getText().lines().count() == 40);
    assertTrue(words(robot).getText().endsWith("word199"), words(robot).getText());
    Spinner<?> images = robot.lookup("#battery-images-n").queryAs(Spinner.class);
    robot.interact(() -> images.increment(500));
    await(() -> findings(robot).stream().anyMatch(it -> it.path().endsWith("unpleasant.images.n")));
    robot.clickOn("#battery-undo").clickOn("#battery-undo");
    await(() -> size.getValue().equals(25) && images.getValue().equals(25));
    await(() -> words(robot).getText().lines().count() == 25);
  }

  @Test
  void setsTestsAndGroupsAreAddedRenamedAndRemovedAndComeBackFromTheFile(FxRobot robot)
      throws Exception {
    choose(robot, "weat");
    await(() -> tests(robot).size() == 10);
    robot.clickOn("#battery-set-add");
    robot.write("rocks");
    await(() -> shownSet(robot).equals("rocks"));
    await(() -> errors(robot) == 1);
    robot.interact(() -> words(robot).setText("granite\nbasalt\nmarble"));
    await(() -> errors(robot) == 0);
    robot.clickOn("#battery-group-add");
    await(() -> errors(robot) == 1);
    robot.interact(() -> words(robot).setText("slate"));
    robot.clickOn("#battery-set-duplicate");
    await(() -> shownSet(robot).equals("rocks-2"));
    robot.interact(() -> words(robot).setText("sand"));
    robot.clickOn("#battery-add");
    await(() -> tests(robot).size() == 11);
    robot.interact(() -> robot.lookup("#battery-name").queryAs(TextField.class).setText("Rocks"));
    robot.interact(() -> setOf(robot, "x").setValue("rocks"));
    await(() -> tests(robot).get(1).x().equals("rocks"));
    await(() -> tests(robot).get(1).label().in(Locale.ENGLISH).equals("Rocks"));
    robot.interact(() -> setOf(robot, "y").setValue("rocks-2"));
    robot.interact(() -> setOf(robot, "a").setValue(tests(robot).getFirst().a()));
    robot.interact(() -> setOf(robot, "b").setValue(tests(robot).getFirst().b()));
    await(() -> errors(robot) == 1);
    assertEquals("OVERLAP", findings(robot).getFirst().kind().name(), "both sets still have slate");
    robot.clickOn("#battery-group-1").clickOn("#battery-group-remove");
    await(() -> errors(robot) == 0);
    robot.interact(
        () -> robot.lookup("#battery-set-name").queryAs(TextField.class).setText("stones"));
    await(() -> tests(robot).get(1).y().equals("stones"));
    robot.interact(
        () -> robot.lookup("#battery-set-name").queryAs(TextField.class).setText("rocks"));
    await(() -> shownSet(robot).equals("stones"));
    Path file = folder.resolve("rocks.json");
    dialogs.answer(file);
    robot.clickOn("#battery-save");
    await(() -> sound(file).filter(it -> it.tests().size() == 11).isPresent());
    assertEquals(List.of("granite", "basalt", "marble", "slate"), sentences(file, "rocks"));
    assertEquals(List.of("sand"), sentences(file, "stones"));
    robot.clickOn("#battery-set-remove");
    await(() -> tests(robot).size() == 10);
    robot.clickOn("#battery-tests").push(KeyCode.CONTROL, KeyCode.Z);
    await(() -> tests(robot).size() == 11);
    robot.push(KeyCode.DELETE);
    await(() -> tests(robot).size() == 10);
  }

  @Test
  void aBatteryWithAnErrorIsNotWritten(FxRobot robot) throws Exception {
    choose(robot, "weat");
    await(() -> tests(robot).size() == 10);
    robot.clickOn("#battery-set-add");
    await(() -> errors(robot) == 1);
    Path file = folder.resolve("wrong.json");
    dialogs.answer(file);
    robot.clickOn("#battery-save");
    await(() -> !bench.session().notices().shown().isEmpty());
    assertFalse(Files.exists(file));
  }

  private static List<String> sentences(Path file, String set) {
    return sound(file).orElseThrow().sets().get(set).sentences();
  }

  private static String shownSet(FxRobot robot) {
    return String.valueOf(robot.lookup("#battery-set").queryAs(ComboBox.class).getValue());
  }

  @SuppressWarnings("unchecked") // the combo box lists names
  private static ComboBox<String> setOf(FxRobot robot, String letter) {
    return robot.lookup("#battery-" + letter).queryAs(ComboBox.class);
  }

  @Test
  void missingStimuliAreListedAndFoundInAFolder(FxRobot robot) throws Exception {
    choose(robot, "ghate2025");
    await(() -> needs(robot).size() == 12);
    await(() -> needs(robot).stream().allMatch(it -> it.problem().isPresent()));
    Path stimuli = Files.createDirectories(folder.resolve("stimuli"));
    UserStimuli.lexicon(stimuli, 60);
    UserStimuli.images(stimuli.resolve("age/young"), 2);
    dialogs.answer(stimuli);
    robot.clickOn("#battery-folder");
    await(() -> needs(robot).stream().filter(it -> it.problem().isEmpty()).count() == 2);
    assertEquals(Optional.of(stimuli), remembered.now().stimuli());
    robot.clickOn("#battery-use");
    await(() -> bench.session().request().images().equals(Optional.of(stimuli)));
  }

  @Test
  void aCopyIsSavedAndOpenedAgain(FxRobot robot) throws Exception {
    choose(robot, "weat");
    await(() -> tests(robot).size() == 10);
    robot.interact(() -> robot.lookup("#battery-id").queryAs(TextField.class).setText("mine"));
    Path file = folder.resolve("mine.json");
    dialogs.answer(file);
    robot.clickOn("#battery-save");
    await(() -> Files.exists(file));
    await(() -> sound(file).filter(it -> it.id().equals("mine")).isPresent());
    choose(robot, "ieat");
    await(() -> tests(robot).size() == 19);
    robot.clickOn("#battery-open");
    await(() -> tests(robot).size() == 10);
    robot.push(KeyCode.ESCAPE);
    await(() -> robot.lookup("#page-bias").query().isVisible());
    assertEquals(
        StudyFixture.study().request().battery(),
        bench.session().request().battery(),
        "the study keeps its own until told otherwise");
  }

  private static Optional<Battery> sound(Path file) {
    try {
      return Optional.of(BatteryReader.read(file));
    } catch (dev.plumbline.core.PlumblineException _) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked") // the combo box lists names
  private static void choose(FxRobot robot, String battery) {
    robot.interact(
        () ->
            ((ComboBox<String>) robot.lookup("#battery-choice").queryAs(ComboBox.class))
                .getSelectionModel()
                .select(battery));
  }

  @SuppressWarnings("unchecked") // the table lists tests
  private static List<AssociationTest> tests(FxRobot robot) {
    return robot.lookup("#battery-tests").queryAs(TableView.class).getItems();
  }

  @SuppressWarnings("unchecked") // the list shows findings
  private static List<BatteryFinding> findings(FxRobot robot) {
    return robot.lookup("#battery-findings").queryAs(ListView.class).getItems();
  }

  private static long errors(FxRobot robot) {
    return findings(robot).stream().filter(BatteryFinding::isError).count();
  }

  @SuppressWarnings("unchecked") // the list shows needs
  private static List<StimulusNeed> needs(FxRobot robot) {
    return robot.lookup("#battery-needs").queryAs(ListView.class).getItems();
  }

  private static TextArea words(FxRobot robot) {
    return robot.lookup("#battery-words").queryAs(TextArea.class);
  }
}
