package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Order;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyRunnerTest {
  @TempDir private Path folder;

  @Test
  void everythingAskedForIsFoundInTheRequestsOrder() {
    StudyRequest request = SampleRequest.small();
    Recorder recorder = new Recorder();
    Study study = runner(2).study(request, recorder, new Cancellation());
    StudyResult result = study.result();
    assertEquals(List.of(), result.failures());
    assertEquals(
        request.manifests().stream().map(ManifestSource::id).toList(),
        result.compositions().stream().map(composition -> composition.dataset()).toList());
    assertEquals(
        List.of("vit-s-pleasant", "conv-s-pleasant"),
        result.models().stream().map(facts -> facts.id().value()).toList());
    int tests = request.battery().tests().stream().mapToInt(test -> test.orders().size()).sum();
    assertEquals(2 * tests, result.bias().size());
    assertTrue(result.bias().stream().anyMatch(row -> row.order() == Order.IMAGE_AS_TARGET));
    for (BiasRow row : result.bias()) {
      assertTrue(row.measured().isPresent() || row.reason().isPresent(), row.toString());
      row.measured()
          .ifPresent(
              measured -> {
                assertTrue(row.q().orElseThrow() >= measured.p(), "q below p: " + row);
                assertTrue(measured.interval().isPresent());
              });
    }
    assertEquals(
        Set.of("acc1", "acc5", "mean_per_class_recall"),
        Set.copyOf(result.scores().stream().map(score -> score.metric()).toList()));
    assertTrue(result.scores().stream().allMatch(score -> score.value() > 0.3));
    assertTrue(study.provenance().complete());
    assertTrue(study.provenance().inputs().containsKey("model vit-s-pleasant"));
    assertEquals(
        2,
        study.provenance().inputs().keySet().stream()
            .filter(input -> input.startsWith("manifest "))
            .count());
    recorder.assertGrowing(result);
  }

  @Test
  void testsOfTextsAloneAreThereBeforeAnyImageIsEmbedded() {
    for (int threads : List.of(1, 2)) {
      List<String> embedded = new ArrayList<>();
      List<Integer> textsBefore = new ArrayList<>();
      StudyRequest small = SampleRequest.small();
      StudyRequest request =
          SampleRequest.with(small, List.of(), SampleRequest.models("vit-s-pleasant"));
      StudyResult result =
          runner(threads)
              .run(
                  request,
                  new RunListener() {
                    @Override
                    public void progress(String stage, long done, long total) {
                      if (stage.contains("image") && done > 0) {
                        embedded.add(stage);
                      }
                    }

                    @Override
                    public void partial(StudyResult soFar) {
                      if (embedded.isEmpty()) {
                        textsBefore.add(soFar.bias().size());
                      }
                      assertTrue(
                          !embedded.isEmpty()
                              || soFar.bias().stream()
                                  .allMatch(row -> row.order() == Order.ALL_TEXT));
                    }

                    @Override
                    public void failed(Failure failure) {}
                  },
                  new Cancellation());
      assertFalse(embedded.isEmpty(), "images were embedded");
      assertTrue(textsBefore.getLast() > 0, threads + " threads: " + textsBefore);
      assertEquals(
          request.battery().tests().stream().flatMap(test -> test.orders().stream()).toList(),
          result.bias().stream().map(BiasRow::order).toList(),
          "in the battery's order");
    }
  }

  @Test
  void labelledFoldersAreSearchedByEveryModelOrSayWhyNot() throws IOException {
    StudyRequest sample = RequestReader.read(SampleStudy.locate());
    RetrievalSource people = sample.retrieval().getFirst();
    RetrievalSource gone = RetrievalSource.of(folder.resolve("gone"));
    StudyRequest request =
        SampleRequest.batteryOnly(sample, folder).with(it -> it.retrieval = List.of(gone, people));
    Study study = runner(2).study(request, RunListener.none(), new Cancellation());
    List<RetrievalRow> rows = study.result().retrieval();
    assertEquals(List.of("people", "mood"), rows.stream().map(RetrievalRow::attribute).toList());
    assertEquals(
        List.of("sample-people"), rows.stream().map(RetrievalRow::source).distinct().toList());
    assertEquals(24, rows.getFirst().result().orElseThrow().queries().size());
    assertTrue(rows.getFirst().result().orElseThrow().maxSkew().mean() > 0.1);
    assertTrue(
        study.result().failures().stream().anyMatch(it -> it.subject().equals("gone")),
        study.result().failures().toString());
    assertTrue(study.provenance().inputs().containsKey("retrieval sample-people"));
    Path file = folder.resolve("searched.plumb");
    StudyFile.write(file, study);
    assertEquals(study, StudyFile.read(file));
    Path broken = Files.createDirectory(folder.resolve("broken"));
    Files.copy(people.images().resolve("001.png"), broken.resolve("001.png"));
    Files.copy(people.images().resolve("002.png"), broken.resolve("002.png"));
    Files.writeString(broken.resolve("003.png"), "no picture");
    Files.writeString(
        broken.resolve("labels.csv"), "image,people\n001.png,B\n003.png,B\n002.png,T\n");
    Files.writeString(broken.resolve("queries.txt"), "a friend\n");
    StudyResult less =
        runner(1)
            .run(
                SampleRequest.batteryOnly(sample, folder)
                    .with(it -> it.retrieval = List.of(RetrievalSource.of(broken))),
                RunListener.none(),
                new Cancellation());
    assertEquals(2, less.retrieval().getFirst().result().orElseThrow().n());
    assertTrue(
        less.failures().stream().anyMatch(it -> it.subject().contains("003.png")),
        less.failures().toString());
  }

  @Test
  void oneThreadAndManyGiveTheSameBits() {
    StudyRequest request = SampleRequest.small();
    StudyResult one = runner(1).run(request, RunListener.none(), new Cancellation());
    StudyResult many = runner(3).run(request, RunListener.none(), new Cancellation());
    assertEquals(one.compositions(), many.compositions());
    assertEquals(one.bias(), many.bias());
    assertEquals(one.scores(), many.scores());
    StudyRequest reversed =
        SampleRequest.with(
            request,
            request.manifests().reversed(),
            SampleRequest.models("conv-s-pleasant", "vit-s-pleasant"));
    StudyResult backwards = runner(2).run(reversed, RunListener.none(), new Cancellation());
    assertEquals(Set.copyOf(one.bias()), Set.copyOf(backwards.bias()));
    assertEquals(Set.copyOf(one.scores()), Set.copyOf(backwards.scores()));
    Study study = new Study(request, one, Provenance.notRun(1), List.of());
    Path file = folder.resolve("study.plumb");
    StudyFile.write(file, study);
    assertEquals(study, StudyFile.read(file));
  }

  @Test
  void whatFailsIsToldAndTheRestGoesOn() throws IOException {
    StudyRequest request = SampleRequest.small();
    Path noTokenizer = copy("vit-s-pleasant", "vit-untold");
    for (String file : List.of("tokenizer.json", "tokenizer_config.json")) {
      Files.delete(noTokenizer.resolve(file));
    }
    rename(noTokenizer, "vit-untold");
    Path broken = copy("vit-s-pleasant", "broken");
    Files.writeString(broken.resolve("onnx/vision_model.onnx"), "no graph");
    List<ModelSource> models = new ArrayList<>(SampleRequest.models("vit-s-pleasant", "gone"));
    for (Path model : List.of(noTokenizer, broken, copy("vit-s-pleasant", "twin"))) {
      models.add(new ModelSource(model, Optional.empty()));
    }
    List<ManifestSource> manifests = new ArrayList<>();
    manifests.add(SampleRequest.manifest("empty", Files.createFile(folder.resolve("empty.csv"))));
    manifests.add(request.manifests().getFirst());
    manifests.add(request.manifests().getFirst());
    Recorder recorder = new Recorder();
    StudyResult result =
        runner(2).run(SampleRequest.with(request, manifests, models), recorder, new Cancellation());
    assertEquals(1, result.compositions().size());
    assertEquals(
        List.of("vit-s-pleasant", "vit-untold"),
        result.models().stream().map(facts -> facts.id().value()).toList());
    assertFailure(result, "empty", "empty.csv");
    assertFailure(result, request.manifests().getFirst().id().value(), "Two manifests are named");
    assertFailure(result, "gone", "gone");
    assertFailure(result, "vit-untold", "tokenizer");
    assertFailure(result, "broken", "vision_model.onnx");
    assertFailure(result, "vit-s-pleasant", "Two models are named");
    assertEquals(Set.copyOf(result.failures()), recorder.failures);
    List<BiasRow> untold =
        result.bias().stream().filter(row -> row.model().value().equals("vit-untold")).toList();
    for (BiasRow row : untold) {
      assertEquals(row.order() == Order.ALL_IMAGE, row.measured().isPresent(), row.toString());
      assertEquals(row.order() != Order.ALL_IMAGE, row.skipped().isPresent(), row.toString());
    }
    assertTrue(
        result.bias().stream()
            .filter(row -> row.model().value().equals("vit-s-pleasant"))
            .allMatch(row -> row.measured().isPresent()));
  }

  @Test
  void scoreTablesAreImportedAfterWhatIsMeasured() throws IOException {
    StudyRequest request = SampleRequest.small();
    Path good =
        Files.writeString(
            folder.resolve("good.csv"), "model,dataset,metric,value,source\nm,cars,acc1,0.5,a\n");
    Path letter = Files.writeString(folder.resolve("letter.csv"), "dear,sir\n1,2\n");
    StudyRequest tables =
        new StudyRequest(
            request.name(),
            List.of(),
            request.lexicon(),
            List.of(),
            request.battery(),
            Optional.empty(),
            List.of(),
            List.of(letter, good),
            request.association());
    StudyResult result = runner(2).run(tables, RunListener.none(), new Cancellation());
    assertEquals(1, result.scores().size());
    assertEquals("a", result.scores().getFirst().source());
    assertFailure(result, "letter.csv", "letter.csv");
  }

  @Test
  void anImageThatIsNoneIsLeftOutOfItsSet() throws IOException {
    StudyRequest request = SampleRequest.small();
    Path images = folder.resolve("stimuli");
    copyTree(request.images().orElseThrow(), images);
    String set = request.battery().sets().get("flowers").images().orElseThrow();
    Files.writeString(images.resolve(set).resolve("aaa.png"), "no picture");
    StudyRequest good = SampleRequest.batteryOnly(request, request.images().orElseThrow());
    StudyRequest spoilt = SampleRequest.batteryOnly(request, images);
    StudyResult expected = runner(2).run(good, RunListener.none(), new Cancellation());
    StudyResult result = runner(2).run(spoilt, RunListener.none(), new Cancellation());
    assertFailure(result, "aaa.png", "aaa.png");
    assertEquals(expected.bias(), result.bias());
  }

  @Test
  void cancellingStopsWithinASecondAndKeepsWhatIsDone() throws InterruptedException {
    StudyRequest request = SampleRequest.small();
    Cancellation cancellation = new Cancellation();
    AtomicLong cancelled = new AtomicLong();
    Recorder recorder =
        new Recorder() {
          @Override
          public void partial(StudyResult soFar) {
            super.partial(soFar);
            if (!soFar.compositions().isEmpty() && cancelled.get() == 0) {
              cancelled.set(System.nanoTime());
              cancellation.cancel();
            }
          }
        };
    Study study = runner(2).study(request, recorder, cancellation);
    double seconds = (System.nanoTime() - cancelled.get()) / 1e9;
    assertTrue(seconds < 1, "it took " + seconds + " s to stop");
    assertFalse(study.result().compositions().isEmpty());
    assertEquals(List.of(), study.result().failures());
    assertFalse(study.provenance().complete());
    assertTrue(study.result().bias().size() < 32);
    int heard = recorder.heard;
    Thread.sleep(300);
    assertEquals(heard, recorder.heard, "heard something after the end");
  }

  private StudyRunner runner(int threads) {
    return new StudyRunner(RunSettings.defaults().withThreads(threads).withCache(Optional.empty()));
  }

  private static void assertFailure(StudyResult result, String subject, String words) {
    assertTrue(
        result.failures().stream()
            .anyMatch(
                failure -> failure.subject().equals(subject) && failure.sentence().contains(words)),
        () -> "no failure of " + subject + " with \"" + words + "\" in " + result.failures());
  }

  private Path copy(String model, String name) throws IOException {
    Path to = folder.resolve(name);
    copyTree(SampleRequest.model(model), to);
    return to;
  }

  private static void rename(Path bundle, String id) throws IOException {
    Path entry = bundle.resolve("plumbline.json");
    Files.writeString(
        entry,
        Files.readString(entry).replace("\"id\": \"vit-s-pleasant\"", "\"id\": \"" + id + '"'));
  }

  private static void copyTree(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(
            file,
            to.resolve(from.relativize(file).toString()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /// Keeps what a run tells; calls must not overlap.
  private static class Recorder implements RunListener {
    private final Set<Failure> failures = new HashSet<>();
    private final List<StudyResult> partial = new ArrayList<>();
    private volatile boolean busy;
    private volatile int heard;

    @Override
    public void progress(String stage, long done, long total) {
      alone(() -> assertTrue(total == 0 || done <= total, stage));
    }

    @Override
    public void partial(StudyResult soFar) {
      alone(() -> partial.add(soFar));
    }

    @Override
    public void failed(Failure failure) {
      alone(() -> assertTrue(failures.add(failure), "told twice: " + failure));
    }

    private void alone(Runnable action) {
      assertFalse(busy, "two calls at once");
      busy = true;
      action.run();
      heard++;
      busy = false;
    }

    /// What is measured; q follows when a model's battery is complete.
    private static List<Object> measurements(StudyResult result) {
      return result.bias().stream()
          .<Object>map(it -> List.of(it.model(), it.test(), it.order(), it.result(), it.skipped()))
          .toList();
    }

    private void assertGrowing(StudyResult last) {
      assertEquals(last, partial.getLast());
      assertTrue(partial.size() > 4, "only " + partial.size() + " partial results");
      for (int i = 1; i < partial.size(); i++) {
        StudyResult before = partial.get(i - 1);
        StudyResult after = partial.get(i);
        assertTrue(after.compositions().containsAll(before.compositions()));
        assertTrue(measurements(after).containsAll(measurements(before)));
        assertTrue(after.scores().containsAll(before.scores()));
      }
    }
  }
}
