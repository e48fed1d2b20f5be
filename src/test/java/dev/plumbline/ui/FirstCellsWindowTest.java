package dev.plumbline.ui;

import static dev.plumbline.ui.TestWindow.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Order;
import dev.plumbline.report.Figure;
import dev.plumbline.report.NativeChart;
import dev.plumbline.study.Failure;
import dev.plumbline.study.RequestReader;
import dev.plumbline.study.RunListener;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.SampleRequest;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.part.ChartPane;
import dev.plumbline.ui.part.Workbench;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// A real run in the window, held up where the first images would be embedded.
@ExtendWith(ApplicationExtension.class)
class FirstCellsWindowTest {
  @TempDir private static Path folder;

  private final CountDownLatch goOn = new CountDownLatch(1);
  private final CountDownLatch atImages = new CountDownLatch(1);
  private Workbench bench;

  @Start
  void start(Stage stage) {
    bench = TestWindow.bench(folder, new FakeDialogs(), this::run);
    StudyRequest sample = RequestReader.read(SampleStudy.locate());
    bench
        .session()
        .open(
            Study.of(
                SampleRequest.batteryOnly(sample, SampleStudy.locate().resolveSibling("stimuli"))),
            Optional.empty());
    TestWindow.show(bench, PageId.BIAS, stage);
  }

  @Test
  void cellsOfTextsAreOnScreenBeforeAnyImageIsEmbedded(FxRobot robot) throws Exception {
    robot.clickOn("#run");
    assertTrue(atImages.await(30, TimeUnit.SECONDS), "the run came to the images");
    ChartPane map = robot.lookup("#bias-map").queryAs(ChartPane.class);
    await(() -> numbers(map) == 4);
    assertTrue(
        bench.session().result().bias().stream().allMatch(row -> row.order() == Order.ALL_TEXT));
    assertEquals(1, goOn.getCount(), "images still wait");
    goOn.countDown();
    await(() -> numbers(map) == 16);
  }

  private Study run(StudyRequest request, RunListener listener, Cancellation cancellation) {
    RunSettings settings = RunSettings.defaults().withThreads(1).withCache(Optional.empty());
    return new StudyRunner(settings).study(request, new HeldUp(listener), cancellation);
  }

  /// Lets no image be embedded until told to.
  private final class HeldUp implements RunListener {
    private final RunListener listener;

    HeldUp(RunListener listener) {
      this.listener = listener;
    }

    @Override
    public void progress(String stage, long done, long total) {
      if (stage.startsWith("embedding images")) {
        atImages.countDown();
        try {
          assertTrue(goOn.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
      listener.progress(stage, done, total);
    }

    @Override
    public void partial(StudyResult soFar) {
      listener.partial(soFar);
    }

    @Override
    public void failed(Failure failure) {
      listener.failed(failure);
    }
  }

  /// Cells of the heat map that hold a number.
  private static long numbers(ChartPane map) {
    return map
        .figure()
        .map(Figure::nativeChart)
        .filter(NativeChart.Table.class::isInstance)
        .map(it -> ((NativeChart.Table) it).cells())
        .orElse(List.of())
        .stream()
        .flatMap(List::stream)
        .filter(cell -> cell.value().isPresent())
        .count();
  }
}
