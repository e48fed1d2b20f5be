package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

/// The page of two models, laid out in windows of several sizes.
@ExtendWith(ApplicationExtension.class)
class CompareWindowTest {
  @TempDir private static Path folder;

  @ParameterizedTest
  @CsvSource({"1280,800,en", "1280,800,ja", "1600,1000,en", "1600,1000,ja"})
  void noTextOfTheTablesIsCut(int width, int height, String language, FxRobot robot) {
    LaidOutWindow window = new LaidOutWindow(folder, width, height, Locale.of(language), robot);
    window.show(PageId.COMPARE);
    List<Labeled> texts = new ArrayList<>();
    for (String table : List.of("#compare-tests", "#compare-scores")) {
      Parent node = (Parent) window.root().lookup(table);
      for (String part : List.of(".table-cell", ".column-header .label")) {
        node.lookupAll(part).stream().map(Labeled.class::cast).forEach(texts::add);
      }
    }
    texts.removeIf(text -> text.getText() == null || text.getText().isEmpty());
    assertTrue(texts.stream().anyMatch(text -> text.getText().contains("[")), "intervals");
    for (Labeled text : texts) {
      LaidOutWindow.assertWhole(text, "Compare");
    }
    assertTrue(
        texts.stream().allMatch(text -> text.getLayoutBounds().getWidth() > 0), "all are laid out");
  }
}
