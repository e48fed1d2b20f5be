package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.ui.part.Card;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// Titles of the cards of every page, laid out in windows of several sizes.
@ExtendWith(ApplicationExtension.class)
class TitlesWindowTest {
  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource({"1280,800,en", "1280,800,ja", "1600,1000,en"})
  void titlesOfCardsAreWhole(int width, int height, String language, FxRobot robot) {
    LaidOutWindow window = new LaidOutWindow(folder, width, height, Locale.of(language), robot);
    for (PageId page : PageId.values()) {
      window.show(page);
      List<Card> cards = cards(window.root()).toList();
      assertTrue(cards.size() > 1, () -> "cards of " + page);
      for (Card card : cards) {
        Label title = card.title();
        LaidOutWindow.assertWhole(title, page.key());
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
}
