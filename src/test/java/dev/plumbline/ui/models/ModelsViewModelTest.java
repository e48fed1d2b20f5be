package dev.plumbline.ui.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.embedding.BundleReader;
import dev.plumbline.embedding.CatalogPreset;
import dev.plumbline.embedding.Check;
import dev.plumbline.embedding.Complaint;
import dev.plumbline.embedding.EmbeddingSettings;
import dev.plumbline.study.SampleStudy;
import dev.plumbline.ui.session.Look;
import dev.plumbline.ui.session.NewStudy;
import dev.plumbline.ui.session.StudySession;
import dev.plumbline.ui.session.TaskProgress;
import dev.plumbline.ui.session.TaskQueue;
import dev.plumbline.ui.session.Theme;
import dev.plumbline.ui.session.Workers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelsViewModelTest {
  private static final Path SAMPLE = SampleStudy.locate().resolveSibling("models/vit-s-pleasant");

  @TempDir private Path folder;

  private final Queue<Runnable> runs = new ArrayDeque<>();
  private final StudySession session = new StudySession(NewStudy.blank("test"));
  private TaskQueue tasks;
  private ModelsViewModel model;
  private Path bundle;

  @BeforeEach
  void start() throws IOException {
    Workers workers =
        new Workers(
            runs::add, Runnable::run, Runnable::run, Runnable::run, Runnable::run, Runnable::run);
    tasks = new TaskQueue(workers);
    model =
        new ModelsViewModel(
            session,
            new Look(Theme.LIGHT, Locale.ENGLISH),
            workers,
            tasks,
            () -> EmbeddingSettings.defaults().withThreads(1));
    model.setActive(true);
    bundle = copy(SAMPLE, folder.resolve("vit-s"));
  }

  @Test
  void aBundleThatIsAddedIsRunToCheckIt() {
    model.add(bundle);
    assertFalse(row().ran());
    assertTrue(model.preflights().openProperty().get().contains(row().folder()));
    work();
    assertTrue(row().ran());
    assertEquals(Optional.of("cpu (1 thread)"), row().checkedOn());
    assertEquals(0, row().count(Check.Status.FAIL) + row().count(Check.Status.WARN));
    assertTrue(ids().containsAll(List.of("image-determinism", "text-batches", "common-space")));
    assertTrue(model.preflights().openProperty().get().isEmpty());
  }

  @Test
  void cancellingKeepsWhatWasFoundBefore() {
    model.add(bundle);
    work();
    model.check(row().folder());
    model.cancelCheck();
    assertTrue(model.preflights().openProperty().get().isEmpty());
    work();
    assertTrue(row().ran());
    model.check(row().folder());
    tasks.cancelCurrent();
    work();
    assertTrue(row().ran());
    assertTrue(model.preflights().openProperty().get().isEmpty());
  }

  @Test
  void aBundleIsComparedWithOnesOwnVectorsWheneverItIsChecked() throws IOException {
    model.add(bundle);
    work();
    Path reference = SAMPLE.resolve("parity.json");
    model.compare(row().folder(), reference);
    work();
    assertTrue(ids().containsAll(List.of("image-parity", "text-parity")));
    model.checkAll();
    work();
    assertTrue(ids().contains("text-parity"));
    model.compare(row().folder(), Files.writeString(folder.resolve("mine.json"), "{}"));
    work();
    Check failed = row().checks().getLast();
    assertEquals("reference", failed.id());
    assertTrue(failed.detail().contains("mine.json"), failed.detail());
    assertTrue(ids().contains("common-space"), "the other checks stay");
  }

  @Test
  void aPrecisionIsRememberedInTheBundleAndCheckedAnew() throws IOException {
    Path onnx = bundle.resolve("onnx");
    Files.copy(onnx.resolve("vision_model.onnx"), onnx.resolve("vision_model_q4.onnx"));
    model.add(bundle);
    work();
    assertEquals(List.of("fp32", "q4"), row().bundle().orElseThrow().variants());
    model.use(row().folder(), "q4");
    work();
    assertEquals("q4", row().bundle().orElseThrow().variant());
    assertTrue(row().ran());
    assertEquals("q4", BundleReader.read(bundle).variant());
    assertEquals(
        BundleReader.read(SAMPLE).catalog().datasetFamily(),
        BundleReader.read(bundle).catalog().datasetFamily(),
        "the other facts stay");
  }

  @Test
  void aBundleThatIsDamagedLaterSaysSo() throws IOException {
    model.add(bundle);
    work();
    Files.writeString(bundle.resolve("onnx/text_model.onnx"), "no graph");
    model.checkAll();
    work();
    assertTrue(
        row().state() instanceof BundleState.Failed(Complaint it)
            && it.text().contains("text_model"));
  }

  @Test
  void factsAreFilledInByEitherSetOfRules() throws IOException {
    Path other =
        copy(SAMPLE, folder.resolve("ViT-L-14__commonpool_xl_laion_filtered"), "plumbline.json");
    var entry = BundleReader.read(other).catalog();
    assertEquals(Optional.of("commonpool"), CatalogPreset.PLUMBLINE.propose(entry).datasetFamily());
    assertEquals(Optional.of("laion"), CatalogPreset.PAPER.propose(entry).datasetFamily());
    assertEquals(OptionalLong.of(1_300_000_000L), entry.datasetSize());
    assertTrue(entry.proposed());
  }

  @Test
  void aRunTellsHowFarItHasComeWithEachModel() {
    EmbedProgress progress = new EmbedProgress();
    assertTrue(progress.tell(Optional.of(task("embedding images, vit-s", 3, 8))));
    assertFalse(progress.tell(Optional.of(task("embedding images, vit-s", 3, 8))));
    assertTrue(progress.tell(Optional.of(task("embedding texts, vit-m", 1, 2))));
    assertFalse(progress.tell(Optional.of(task("testing vit-m", 1, 2))));
    assertEquals(new EmbedProgress.Part("images", 3, 8), progress.of("vit-s").orElseThrow());
    assertEquals(0.5, progress.of("vit-m").orElseThrow().share());
    progress.tell(Optional.of(task("embedding images, vit-s", 8, 8)));
    assertEquals(Optional.empty(), progress.of("vit-s"));
    assertTrue(progress.tell(Optional.empty()));
    assertEquals(Optional.empty(), progress.of("vit-m"));
  }

  private static TaskProgress task(String stage, long done, long total) {
    return new TaskProgress(stage, done, total, OptionalDouble.empty(), OptionalDouble.empty());
  }

  private ModelRow row() {
    return model.rows().getLast();
  }

  private List<String> ids() {
    return row().checks().stream().map(Check::id).toList();
  }

  private void work() {
    while (!runs.isEmpty()) {
      runs.remove().run();
    }
  }

  private static Path copy(Path source, Path target, String... without) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.toList()) {
        if (!List.of(without).contains(file.getFileName().toString())) {
          Path copy = target.resolve(source.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
          } else {
            Files.copy(file, copy);
          }
        }
      }
    }
    return target;
  }
}
