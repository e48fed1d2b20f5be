package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.ui.part.Card;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// The numbers of one test, laid out in windows of several sizes.
@ExtendWith(ApplicationExtension.class)
class BiasTableWindowTest {
  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource({
    "1280,800,en,true",
    "1280,800,ja,true",
    "1600,1000,en,true",
    "2200,1200,en,false",
  })
  void noTextIsCutAndQAndNAreInSight(
      int width, int height, String language, boolean folded, FxRobot robot) {
    LaidOutWindow window = new LaidOutWindow(folder, width, height, Locale.of(language), robot);
    window.show(PageId.BIAS);
    Parent table = (Parent) window.root().lookup("#test-table");
    Card card = (Card) window.root().lookup("#bias-test-card");
    List<Labeled> titles = labels(table, ".column-header .label");
    List<Labeled> cells = labels(table, ".table-cell");
    assertTrue(cells.stream().anyMatch(cell -> cell.getText().contains("[")), "intervals");
    for (Labeled text : cells) {
      LaidOutWindow.assertWhole(text, "One test");
    }
    for (Labeled text : titles) {
      LaidOutWindow.assertWhole(text, "One test");
    }
    LaidOutWindow.assertWhole(card.subtitle(), "subtitle");
    assertEquals(folded, titles.stream().anyMatch(it -> it.getText().equals("p\nq")));
    Labeled n = titles.stream().filter(it -> it.getText().equals("n")).findFirst().orElseThrow();
    assertTrue(right(n) <= right(table), () -> right(n) + " is beyond " + right(table));
  }

  @ParameterizedTest
  @CsvSource({"1280,800", "2200,1200"})
  void anOrderThatIsChosenIsNotSaidInEveryRow(int width, int height, FxRobot robot) {
    LaidOutWindow window = new LaidOutWindow(folder, width, height, Locale.ENGLISH, robot);
    window.show(PageId.BIAS);
    Parent table = (Parent) window.root().lookup("#test-table");
    assertTrue(labels(table, ".table-cell").stream().anyMatch(it -> says(it, "All text")));
    robot.interact(
        () ->
            window.root().lookup("#bias-order").lookupAll(".toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(it -> it.getText().equals("All text"))
                .forEach(ToggleButton::fire));
    window.settle();
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
}
