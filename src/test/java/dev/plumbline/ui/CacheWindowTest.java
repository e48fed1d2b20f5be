package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.Embedder;
import dev.plumbline.embedding.EmbeddingCache;
import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class CacheWindowTest {
  private static final String PROPERTY = "plumbline.cache";

  @TempDir private static Path folder;

  private String before;
  private EmbeddingCache cache;

  @Start
  void start(Stage stage) {
    before = System.getProperty(PROPERTY);
    Path kept = folder.resolve("cache");
    System.setProperty(PROPERTY, kept.toString());
    cache = EmbeddingCache.at(kept, EmbeddingCache.DEFAULT_BYTES);
    new Embedder(EmbeddingSettings.defaults().withThreads(1), cache)
        .texts(
            BundleReader.read(SampleStudy.locate().resolveSibling("models/vit-s-pleasant")),
            List.of("a rose", "an ant", "a tulip"),
            Progress.none(),
            new Cancellation());
    Workbench bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench.session().open(StudyFixture.study(), Optional.empty());
    TestWindow.show(bench, PageId.OVERVIEW, stage);
  }

  @AfterEach
  void restore() {
    System.setProperty(PROPERTY, before);
  }

  @Test
  void showsWhatIsKeptChangesTheLimitAndClearsAfterAsking(FxRobot robot) throws Exception {
    robot.interact(robot.lookup("#status-cache").queryAs(Button.class)::fire);
    await(() -> label(robot, "#cache-vectors").startsWith("3 vectors, "));
    assertEquals(folder.resolve("cache").toString(), label(robot, "#cache-folder"));
    ComboBox<Long> limit = robot.lookup("#cache-limit").queryComboBox();
    assertEquals(4L << 30, limit.getValue());
    assertEquals("4 GB", limit.getConverter().toString(limit.getValue()));
    robot.interact(() -> limit.setValue(8L << 30));
    await(() -> EmbeddingCache.limitOf(folder.resolve("cache")) == 8L << 30);
    Button clear = robot.lookup("#cache-clear").queryButton();
    Platform.runLater(clear::fire);
    await(() -> robot.lookup("#cache-clear-no").tryQuery().isPresent());
    robot.interact(robot.lookup("#cache-clear-no").queryButton()::fire);
    assertEquals(3, cache.vectors());
    Platform.runLater(clear::fire);
    await(() -> robot.lookup("#cache-clear-yes").tryQuery().isPresent());
    robot.interact(robot.lookup("#cache-clear-yes").queryButton()::fire);
    await(() -> label(robot, "#cache-vectors").startsWith("0 vectors, "));
    assertEquals(0, cache.vectors());
    assertTrue(clear.isDisabled(), "nothing is left to clear");
  }

  private static String label(FxRobot robot, String query) {
    return robot.lookup(query).tryQueryAs(Label.class).map(Label::getText).orElse("");
  }
}
