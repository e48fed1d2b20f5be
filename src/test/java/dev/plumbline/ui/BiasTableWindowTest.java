package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The numbers of one test, laid out in windows of several sizes.
@ExtendWith(ApplicationExtension.class)
class BiasTableWindowTest {
  private static final int SETTLED_MILLIS = 400;

  @TempDir private static Path folder;

  private MainWindow window;

  @ParameterizedTest
  @CsvSource({
    "1280,800,en,true",
    "1280,800,ja,true",
    "1600,1000,en,true",
    "2200,1200,en,false",
  })
  void noTextIsCutAndQAndNAreInSight(
      int width, int height, String language, boolean folded, FxRobot robot) {
    robot.interact(() -> window = open(width, height, Locale.of(language)));
    settle(width, height, robot);
    Parent table = (Parent) window.scene().getRoot().lookup("#test-table");
    Card card = (Card) window.scene().getRoot().lookup("#bias-test-card");
    List<Labeled> titles = labels(table, ".column-header .label");
    List<Labeled> cells = labels(table, ".table-cell");
    assertTrue(cells.stream().anyMatch(cell -> cell.getText().contains("[")), "intervals");
    for (Labeled text : cells) {
      assertEquals(squeezed(text.getText()), squeezed(shown(text)));
    }
    for (Labeled text : titles) {
      assertEquals(squeezed(text.getText()), squeezed(shown(text)));
    }
    assertEquals(squeezed(card.subtitle().getText()), squeezed(shown(card.subtitle())));
    assertEquals(folded, titles.stream().anyMatch(it -> it.getText().equals("p\nq")));
    Labeled n = titles.stream().filter(it -> it.getText().equals("n")).findFirst().orElseThrow();
    assertTrue(right(n) <= right(table), () -> right(n) + " is beyond " + right(table));
  }

  @ParameterizedTest
  @CsvSource({"1280,800", "2200,1200"})
  void anOrderThatIsChosenIsNotSaidInEveryRow(int width, int height, FxRobot robot) {
    robot.interact(() -> window = open(width, height, Locale.ENGLISH));
    settle(width, height, robot);
    Parent table = (Parent) window.scene().getRoot().lookup("#test-table");
    assertTrue(labels(table, ".table-cell").stream().anyMatch(it -> says(it, "All text")));
    robot.interact(
        () ->
            window.scene().getRoot().lookup("#bias-order").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(it -> it.getText().equals("All text"))
                .forEach(ToggleButton::fire));
    settle(width, height, robot);
    assertTrue(labels(table, ".table-cell").stream().noneMatch(it -> says(it, "All text")));
  }

  private static boolean says(Labeled cell, String words) {
    return cell.getText().contains(words);
  }

  private static double right(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    return bounds.getMaxX();
  }

  private static List<Labeled> labels(Parent table, String part) {
    List<Labeled> labels = new ArrayList<>();
    table.lookupAll(part).stream().map(Labeled.class::cast).forEach(labels::add);
    labels.removeIf(
        it -> it.getText() == null || it.getText().isEmpty() || !it.isVisible() || gone(it));
    return labels;
  }

  /// Titles with a graphic have it beside an empty label; cells that are not used keep their text.
  private static boolean gone(Labeled label) {
    return label.getLayoutBounds().getWidth() <= 0
        || label.getGraphic() instanceof Labeled
        || label.getParent() != null && !label.getParent().isVisible();
  }

  private static MainWindow open(int width, int height, Locale language) {
    Workbench bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench.look().speak(language);
    bench.session().open(StudyFixture.study(), Optional.empty());
    MainWindow window = new MainWindow(bench, width, height);
    window.pageProperty().set(PageId.BIAS);
    return window;
  }

  private void settle(int width, int height, FxRobot robot) {
    robot.interact(() -> layOut(width, height));
    WaitForAsyncUtils.sleep(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
    robot.interact(() -> layOut(width, height));
  }

  private void layOut(int width, int height) {
    Parent root = window.scene().getRoot();
    root.applyCss();
    root.resize(width, height);
    root.layout();
  }

  /// What is drawn of a text: the skin puts an ellipsis where it is cut.
  private static String shown(Labeled text) {
    return text.getChildrenUnmodifiable().stream()
        .filter(Text.class::isInstance)
        .map((Node node) -> ((Text) node).getText())
        .findFirst()
        .orElse("");
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
