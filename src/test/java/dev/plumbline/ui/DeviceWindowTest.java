package dev.plumbline.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.Check;
import dev.plumbline.embedding.Device;
import dev.plumbline.embedding.DeviceNote;
import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.embedding.ModelBundle;
import dev.plumbline.embedding.Preflight;
import dev.plumbline.report.Messages;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Remembered;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DeviceWindowTest {
  @TempDir private static Path folder;

  private MainWindow window;

  @Start
  void start(Stage stage) {
    Remembered remembered = TestWindow.remembered(folder);
    Workbench bench =
        TestWindow.bench(
            remembered,
            new FakeDialogs(),
            new FakeRunner(StudyResult.empty(), StudyFixture.result()));
    bench.session().open(ranElsewhere(StudyFixture.study()), Optional.empty());
    window = TestWindow.show(bench, PageId.OVERVIEW, stage);
  }

  /// The study as if CUDA had been asked for in a build that has none.
  private static Study ranElsewhere(Study study) {
    StudyResult result = study.result();
    List<ModelFacts> models =
        result.models().stream()
            .map(
                facts ->
                    new ModelFacts(
                        facts.id(),
                        facts.location(),
                        facts.architecture(),
                        facts.architectureFamily(),
                        facts.pretrainingDataset(),
                        facts.datasetFamily(),
                        facts.parameters(),
                        facts.layout(),
                        Optional.of("cpu (2 threads)"),
                        List.of(
                            new DeviceNote(
                                DeviceNote.Kind.NOT_IN_BUILD, List.of("CUDA", "-Pcuda")))))
            .toList();
    return new Study(
        study.request(),
        new StudyResult(
            result.compositions(), models, result.bias(), result.scores(), result.failures()),
        study.provenance(),
        study.log());
  }

  @Test
  void theStatusBarSaysThatTheDeviceIsNotTheOneAskedForInBothLanguages(FxRobot robot)
      throws Exception {
    Label device = robot.lookup("#status-device").queryAs(Label.class);
    assertEquals("CPU, 2 threads – not as asked", device.getText());
    assertEquals(
        "CUDA was not used: this build of Plumbline has none (build it with -Pcuda); the CPU was.",
        device.getTooltip().getText());
    robot.clickOn("日本語");
    WaitForAsyncUtils.waitFor(
        20,
        TimeUnit.SECONDS,
        () -> robot.lookup("#status-device").queryAs(Label.class).getText().contains("指定"));
    String japanese = robot.lookup("#status-device").queryAs(Label.class).getTooltip().getText();
    assertTrue(japanese.startsWith("CUDA は使われませんでした。"), japanese);
  }

  @Test
  void theModelsPageListsItAmongTheChecks(FxRobot robot) throws Exception {
    robot.clickOn("#rail-models");
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> robot.lookup("#check-last-run").tryQuery().isPresent());
    assertTrue(robot.lookup("last run").tryQuery().isPresent());
  }

  @Test
  void aPreflightOnADeviceThatIsNotThereWarnsInBothLanguages() {
    ModelBundle bundle =
        BundleReader.read(SampleStudy.locate().resolveSibling("models").resolve("vit-s-pleasant"));
    for (Device device : List.of(Device.CUDA, Device.COREML)) {
      EmbeddingSettings settings = EmbeddingSettings.defaults().withDevice(device).withThreads(1);
      List<Check> checks =
          new Preflight(settings)
              .run(bundle, Progress.none(), new Cancellation())
              .bundle()
              .checks();
      Optional<Check> run = checks.stream().filter(it -> it.id().equals("image-run")).findFirst();
      assumeTrue(run.orElseThrow().status() == Check.Status.WARN, device + " is here");
      assertTrue(run.get().detail().endsWith("the CPU was."), run.get().detail());
      String japanese =
          Messages.load("checks", Locale.JAPANESE)
              .text(run.get().sentence(), run.get().values().toArray());
      assertTrue(japanese.contains("CPU で動かしました。"), japanese);
    }
  }
}
