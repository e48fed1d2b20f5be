package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.association.DesiredDistribution;
import dev.plumbline.report.Figure;
import dev.plumbline.report.NativeChart;
import dev.plumbline.report.SampleSearches;
import dev.plumbline.report.Subject;
import dev.plumbline.study.RetrievalRow;
import dev.plumbline.study.RetrievalSource;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import dev.plumbline.ui.session.Notices;
import dev.plumbline.ui.session.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Searches of labelled folders on the Bias page; pictures of it go to `target/retrieval`.
@ExtendWith(ApplicationExtension.class)
class RetrievalWindowTest {
  @TempDir private static Path folder;

  private final FakeDialogs dialogs = new FakeDialogs();
  private Workbench bench;
  private MainWindow window;

  @Start
  void start(Stage stage) {
    bench =
        TestWindow.bench(
            folder, dialogs, new FakeRunner(StudyFixture.result(), StudyFixture.result()));
    bench.session().open(StudyFixture.study(), Optional.empty());
    window = TestWindow.show(bench, PageId.BIAS, stage);
  }

  @Test
  void dotsLeadToTheSearchesOfAModelAndEscapeLeadsBack(FxRobot robot) throws Exception {
    WaitForAsyncUtils.waitForAsyncFx(
        5000, () -> bench.session().open(searched(), Optional.empty()));
    robot.clickOn("#bias-search");
    await(() -> visible(robot, "#bias-retrieval"));
    ChartPane dots = chart(robot, "#retrieval-dots");
    await(() -> says(dots, "MaxSkew@k, mean of 12 queries in people"));
    await(() -> says(chart(robot, "#retrieval-queries"), "vit-s-pleasant"));
    snapshot("light");
    Subject.Skew other =
        new Subject.Skew(
            StudyFixture.models().get(5).id(),
            StudyFixture.models().get(5).pretrainingDataset(),
            "people",
            "age");
    Point2D place =
        WaitForAsyncUtils.waitForAsyncFx(
            5000, () -> dots.whereIs(other).map(dots::localToScreen).orElseThrow());
    robot.clickOn(place);
    await(() -> says(chart(robot, "#retrieval-queries"), other.model() + " · age"));
    NativeChart.Table table =
        (NativeChart.Table)
            chart(robot, "#retrieval-queries").figure().map(Figure::nativeChart).orElseThrow();
    assertEquals(12, table.rows().size());
    assertEquals(3, table.groups().getFirst().columns().size());
    robot.clickOn("#retrieval-desired-uniform");
    await(
        () ->
            bench.session().request().retrieval().getFirst().desired()
                == DesiredDistribution.UNIFORM);
    assertFalse(bench.session().result().retrieval().isEmpty(), "the last results stay");
    robot.clickOn("#retrieval-measure-ndkl");
    await(() -> says(dots, "NDKL, mean of"));
    robot.clickOn("#retrieval-help");
    await(() -> visible(robot, "#measure-help"));
    robot.type(KeyCode.ESCAPE);
    await(() -> !visible(robot, "#measure-help"));
    assertTrue(visible(robot, "#bias-retrieval"));
    WaitForAsyncUtils.waitForAsyncFx(5000, () -> bench.look().wear(Theme.DARK));
    WaitForAsyncUtils.sleep(600, TimeUnit.MILLISECONDS);
    snapshot("dark");
    robot.type(KeyCode.ESCAPE);
    await(() -> !visible(robot, "#bias-retrieval") && visible(robot, "#page-bias"));
  }

  @Test
  void aFolderIsChosenOrRefusedInASentence(FxRobot robot) throws Exception {
    robot.clickOn("#bias-search");
    await(() -> visible(robot, "#bias-retrieval"));
    Path empty = Files.createDirectories(folder.resolve("empty"));
    dialogs.answer(empty);
    robot.clickOn("#retrieval-folder");
    await(
        () ->
            bench.session().notices().shown().stream()
                .map(Notices.Notice::sentence)
                .anyMatch(it -> it.contains("labels.csv")));
    assertEquals(List.of(), bench.session().request().retrieval());
    Path people = Path.of("sample-data/people").toAbsolutePath();
    dialogs.answer(people);
    robot.clickOn("#retrieval-folder");
    await(() -> bench.session().request().retrieval().size() == 1);
    assertEquals(people, bench.session().request().retrieval().getFirst().images());
    assertTrue(bench.session().result().retrieval().isEmpty());
    WaitForAsyncUtils.waitForAsyncFx(5000, bench.session()::undo);
    assertFalse(bench.session().request().retrieval().contains(RetrievalSource.of(people)));
  }

  private static Study searched() {
    StudyResult all = StudyFixture.result();
    List<RetrievalRow> rows = SampleSearches.rows(all.models());
    Study study = StudyFixture.study();
    return new Study(
        study
            .request()
            .with(it -> it.retrieval = List.of(RetrievalSource.of(folder.resolve("people")))),
        new StudyResult(
            all.compositions(), all.models(), all.bias(), all.scores(), List.of(), rows),
        study.provenance(),
        study.log());
  }

  private void snapshot(String name) throws IOException {
    BufferedImage picture =
        WaitForAsyncUtils.waitForAsyncFx(
            5000,
            () -> SwingFXUtils.fromFXImage(window.scene().getRoot().snapshot(null, null), null));
    Path target = Files.createDirectories(Path.of("target", "retrieval"));
    assertTrue(ImageIO.write(picture, "png", target.resolve(name + ".png").toFile()));
  }

  private static boolean says(ChartPane chart, String text) {
    return chart.figure().filter(it -> it.subtitle().contains(text)).isPresent();
  }

  private static ChartPane chart(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(ChartPane.class);
  }

  private static boolean visible(FxRobot robot, String id) {
    return robot.lookup(id).query().isVisible();
  }
}
