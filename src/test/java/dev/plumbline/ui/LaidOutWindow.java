package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// A window of [StudyFixture]'s study that is laid out without being shown, so that it may be
/// larger than the headless platform's screen.
final class LaidOutWindow {
  private static final int SETTLED_MILLIS = 600;

  private final FxRobot robot;
  private final int width;
  private final int height;
  private MainWindow window;

  /// @param folder keeps the preferences
  LaidOutWindow(Path folder, int width, int height, Locale language, FxRobot robot) {
    this.robot = robot;
    this.width = width;
    this.height = height;
    robot.interact(() -> open(folder, language));
  }

  private void open(Path folder, Locale language) {
    Workbench bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench.look().speak(language);
    bench.session().open(StudyFixture.study(), Optional.empty());
    window = new MainWindow(bench, width, height);
  }

  /// Turns to a page and waits until it is laid out.
  void show(PageId page) {
    robot.interact(() -> window.pageProperty().set(page));
    settle();
  }

  /// Lays out what has changed.
  void settle() {
    robot.interact(this::layOut);
    WaitForAsyncUtils.sleep(SETTLED_MILLIS, TimeUnit.MILLISECONDS);
    robot.interact(this::layOut);
  }

  private void layOut() {
    root().applyCss();
    root().resize(width, height);
    root().layout();
  }

  /// Everything in it.
  Parent root() {
    return window.scene().getRoot();
  }

  /// Fails if a text is cut: the skin then draws an ellipsis. Line breaks do not matter.
  static void assertWhole(Labeled text, String where) {
    String drawn =
        text.getChildrenUnmodifiable().stream()
            .filter(Text.class::isInstance)
            .map(node -> ((Text) node).getText())
            .findFirst()
            .orElse("");
    assertEquals(squeezed(text.getText()), squeezed(drawn), where);
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
