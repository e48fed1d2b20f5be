package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Card;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Titles of the cards of every page, laid out in windows of several sizes.
@ExtendWith(ApplicationExtension.class)
class TitlesWindowTest {
  private static final int SETTLED_MILLIS = 600;

  @TempDir private static Path folder;

  private MainWindow window;

  @ParameterizedTest
  @CsvSource({"1280,800,en", "1280,800,ja", "1600,1000,en"})
  void titlesOfCardsAreWhole(int width, int height, String language, FxRobot robot) {
    robot.interact(() -> window = open(width, height, Locale.of(language)));
    for (PageId page : PageId.values()) {
      robot.interact(() -> window.pageProperty().set(page));
      robot.interact(() -> layOut(width, height));
      WaitForAsyncUtils.sleep(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
      robot.interact(() -> layOut(width, height));
      List<Card> cards = cards(window.scene().getRoot()).toList();
      assertTrue(cards.size() > 1, () -> "cards of " + page);
      for (Card card : cards) {
        Label title = card.title();
        assertEquals(squeezed(title.getText()), squeezed(shown(title)), page.key());
        assertTrue(
            title.getHeight() >= title.prefHeight(title.getWidth()) - 0.5,
            () -> "lines of “" + title.getText() + "” in " + page);
      }
    }
  }

  private static Stream<Card> cards(Node node) {
    if (!node.isVisible()) {
      return Stream.empty();
    }
    if (node instanceof Card card) {
      return Stream.of(card);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream().flatMap(TitlesWindowTest::cards)
        : Stream.empty();
  }

  private static MainWindow open(int width, int height, Locale language) {
    Workbench bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench.look().speak(language);
    bench.session().open(StudyFixture.study(), Optional.empty());
    return new MainWindow(bench, width, height);
  }

  private void layOut(int width, int height) {
    Parent root = window.scene().getRoot();
    root.applyCss();
    root.resize(width, height);
    root.layout();
  }

  /// What is drawn of a text: the skin puts an ellipsis where it is cut.
  private static String shown(Label text) {
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
