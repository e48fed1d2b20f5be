package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.figure;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.core.TestId;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.report.Figure;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.StudyEdits;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class CaptionsWindowTest {
  @TempDir private static Path folder;

  private Workbench bench;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, new FakeDialogs(), new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    TestWindow.show(bench, PageId.DATA, stage);
  }

  private static CompositionResult profile(StudyRequest request) {
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      return new CompositionProfiler(engine)
          .profile(
              engine.read(request.manifests().get(1), new Cancellation()),
              new CompositionSettings(LexiconReader.bundled()),
              Progress.none(),
              new Cancellation());
    }
  }

  @Test
  void pairsWordsAndBalanceFollowTheChoices(FxRobot robot) throws Exception {
    StudyRequest request = StudyEdits.withLexicon(StudyFixture.request(), LexiconReader.bundled());
    CompositionResult profile = profile(request);
    StudyResult result =
        new StudyResult(List.of(profile), List.of(), List.of(), List.of(), List.of());
    robot.interact(
        () ->
            bench
                .session()
                .open(
                    new Study(request, result, StudyFixture.study().provenance(), List.of()),
                    Optional.empty()));
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> robot.lookup("#data-view-captions").tryQuery().isPresent());
    robot.clickOn("#data-view-captions");
    Figure odds = figure(robot, "#captions-pairs", figure -> figure.sentence().isEmpty());
    assertEquals(
        profile.coOccurrence().groups().size() * profile.coOccurrence().attributes().size(),
        odds.table().rows().size());
    robot.clickOn("#captions-measure-rows");
    figure(robot, "#captions-pairs", figure -> !figure.subtitle().equals(odds.subtitle()));
    Figure words = figure(robot, "#captions-words", figure -> figure.sentence().isEmpty());
    assertTrue(words.table().columns().contains("z"));
    Figure balance = figure(robot, "#captions-balance", figure -> figure.sentence().isEmpty());
    ComboBox<TestId> tests = robot.lookup("#captions-test").queryComboBox();
    assertEquals(profile.associations().size(), tests.getItems().size());
    robot.interact(() -> tests.setValue(new TestId("instruments-weapons")));
    figure(robot, "#captions-balance", figure -> !figure.subtitle().equals(balance.subtitle()));
  }
}
