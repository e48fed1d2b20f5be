package dev.plumbline.ui.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionProfiler;
import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.composition.LexiconReader;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.ColumnRole;
import dev.plumbline.manifest.DuckDbEngine;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.report.Figure;
import dev.plumbline.study.Failure;
import dev.plumbline.study.ManifestCounts;
import dev.plumbline.study.RunListener;
import dev.plumbline.study.RunSettings;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyFile;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.study.StudyRunner;
import dev.plumbline.ui.data.count.CountLimit;
import dev.plumbline.ui.data.count.CountState;
import dev.plumbline.ui.data.count.SharedCount;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.NewStudy;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.TaskQueue;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLookTest {
  @TempDir Path folder;

  private Path manifest() throws IOException {
    StringBuilder csv = new StringBuilder("url,caption\n");
    for (int i = 0; i < 60_000; i++) {
      csv.append("https://a.org/%d,a %s%n".formatted(i, i % 5 == 0 ? "woman smiling" : "tree"));
    }
    return Files.writeString(folder.resolve("many.csv"), csv);
  }

  private final Deque<Runnable> background = new ArrayDeque<>();

  private DataViewModel model(StudySession session, ManifestCounts counts, CountLimit limit) {
    Workers workers = Workers.direct(background::add);
    Engines engines = new Engines("");
    Readings readings = new Readings(engines);
    return new DataViewModel(
        session,
        new Look(Theme.LIGHT, Locale.ENGLISH),
        workers,
        new ManifestWork(
            engines,
            readings,
            FirstLook.with(readings),
            new SharedCount(counts, engines, () -> limit),
            new TaskQueue(workers.forCounts()),
            new SimpleBooleanProperty()));
  }

  @Test
  void aNewManifestIsEstimatedAtOnceAndItsCountTakesTheEstimatesPlace() throws IOException {
    StudySession session = new StudySession(NewStudy.blank("new"));
    Optional<Path> cache = Optional.of(folder.resolve("cache"));
    DataViewModel model = model(session, ManifestCounts.below(cache), CountLimit.usual());
    model.setActive(true);
    model.add(List.of(manifest()));
    model.facetProperty().set(DataViewModel.MENTIONS);
    Figure first = model.facetFigure().figure().orElseThrow();
    assertTrue(first.subtitle().startsWith("Estimate from "), first.subtitle());
    assertTrue(first.subtitle().contains("24 most mentioned of 59"), first.subtitle());
    assertEquals(59, first.table().rows().size());
    assertTrue(session.result().compositions().isEmpty());
    assertInstanceOf(CountState.Counting.class, model.counts().stateProperty().get());

    assertEquals(1, background.size(), "the count begins by itself");
    background.removeFirst().run();
    assertInstanceOf(CountState.Nothing.class, model.counts().stateProperty().get());
    Figure second = model.facetFigure().figure().orElseThrow();
    assertFalse(second.subtitle().contains("stimate"), second.subtitle());
    assertTrue(second.subtitle().contains("60,000"), second.subtitle());
    StudyRequest request = session.request();
    CompositionResult counted = profile(request.manifests().getFirst());
    CompositionResult shown = session.result().compositions().getFirst();
    assertTrue(shown.languages().estimate().isPresent(), "languages are detected too");
    assertEquals(counted, shown.withLanguages(counted.languages()));
    assertFalse(session.outdatedProperty().get());
    assertTrue(background.isEmpty(), "and only once");

    RunSettings run = RunSettings.defaults().withCache(cache);
    List<String> stages = new ArrayList<>();
    Study study = new StudyRunner(run).study(request, new Heard(stages), new Cancellation());
    assertEquals(List.of(shown), study.result().compositions());
    assertFalse(String.join(" ", stages).contains("profiling"), stages::toString);

    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, session.study());
    Study read = StudyFile.read(file);
    assertEquals(LexiconReader.bundled(), read.request().lexicon());
    session.open(read, Optional.of(file));
    assertTrue(background.isEmpty(), "what was counted is not counted again when it is opened");
  }

  @Test
  void anotherColumnAsTheCaptionIsCountedAnewWhileTheOldCountStays() throws IOException {
    StudySession session = new StudySession(NewStudy.blank("new"));
    DataViewModel model =
        model(session, ManifestCounts.below(Optional.empty()), CountLimit.usual());
    model.setActive(true);
    model.add(List.of(manifest()));
    background.removeFirst().run();
    long before = session.result().compositions().getFirst().mentions().get("women");
    assertEquals(12_000, before);
    model.assign(ColumnRole.CAPTION, Optional.of("url"));
    assertTrue(session.outdatedProperty().get());
    assertEquals(1, session.result().compositions().size());
    background.removeFirst().run();
    assertEquals(0, session.result().compositions().getFirst().mentions().get("women"));
    assertFalse(session.outdatedProperty().get());
    session.undo();
    background.removeFirst().run();
    assertEquals(before, session.result().compositions().getFirst().mentions().get("women"));
    assertTrue(background.isEmpty());
  }

  @Test
  void moreThanTheLimitIsCountedOnlyWhenAskedFor() throws IOException {
    StudySession session = new StudySession(NewStudy.blank("new"));
    DataViewModel model =
        model(session, ManifestCounts.below(Optional.empty()), CountLimit.ofRows(1000));
    model.setActive(true);
    model.add(List.of(manifest()));
    background.removeFirst().run();
    CountState.Offered offered =
        assertInstanceOf(CountState.Offered.class, model.counts().stateProperty().get());
    assertTrue(offered.size().orElseThrow().bytes() > 1_000_000);
    assertTrue(offered.size().orElseThrow().estimated());
    assertEquals(60_000, offered.size().orElseThrow().rows().orElseThrow(), 3_000);
    assertTrue(offered.size().orElseThrow().seconds().isPresent());
    assertTrue(session.result().compositions().isEmpty());
    model.counts().start();
    background.removeFirst().run();
    assertEquals(60_000, session.result().compositions().getFirst().rows());
  }

  /// Keeps the names of a run's stages.
  private record Heard(List<String> stages) implements RunListener {
    @Override
    public synchronized void progress(String stage, long done, long total) {
      stages.add(stage);
    }

    @Override
    public void partial(StudyResult soFar) {}

    @Override
    public void failed(Failure failure) {
      throw new AssertionError(failure);
    }
  }

  private static CompositionResult profile(ManifestSource source) {
    try (DuckDbEngine engine = DuckDbEngine.open()) {
      return new CompositionProfiler(engine)
          .profile(
              engine.read(source, new Cancellation()),
              new CompositionSettings(LexiconReader.bundled()),
              Progress.none(),
              new Cancellation());
    }
  }
}
