package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// The page of two models, laid out in windows of several sizes.
@ExtendWith(ApplicationExtension.class)
class CompareWindowTest {
  private static final int SETTLED_MILLIS = 400;

  @TempDir private static Path folder;

  private MainWindow window;

  @ParameterizedTest
  @CsvSource({"1280,800,en", "1280,800,ja", "1600,1000,en", "1600,1000,ja"})
  void noTextOfTheTablesIsCut(int width, int height, String language, FxRobot robot) {
    robot.interact(() -> window = open(width, height, Locale.of(language)));
    robot.interact(() -> layOut(width, height));
    WaitForAsyncUtils.sleep(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
    robot.interact(() -> layOut(width, height));
    List<Labeled> texts = new ArrayList<>();
    for (String table : List.of("#compare-tests", "#compare-scores")) {
      Parent node = (Parent) window.scene().getRoot().lookup(table);
      for (String part : List.of(".table-cell", ".column-header .label")) {
        node.lookupAll(part).stream().map(Labeled.class::cast).forEach(texts::add);
      }
    }
    texts.removeIf(text -> text.getText() == null || text.getText().isEmpty());
    assertTrue(texts.stream().anyMatch(text -> text.getText().contains("[")), "intervals");
    for (Labeled text : texts) {
      assertEquals(squeezed(text.getText()), squeezed(shown(text)));
    }
    assertTrue(
        texts.stream().allMatch(text -> text.getLayoutBounds().getWidth() > 0), "all are laid out");
  }

  private static MainWindow open(int width, int height, Locale language) {
    Workbench bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench.look().speak(language);
    bench.session().open(StudyFixture.study(), Optional.empty());
    MainWindow window = new MainWindow(bench, width, height);
    window.pageProperty().set(PageId.COMPARE);
    return window;
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
