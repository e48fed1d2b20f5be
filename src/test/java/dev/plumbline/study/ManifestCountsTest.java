package dev.plumbline.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.composition.CompositionSettings;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.Progress;
import dev.plumbline.manifest.Engines;
import dev.plumbline.manifest.ManifestSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ManifestCountsTest {
  private static final long SEED = SampleRequest.small().association().seed();

  @TempDir private Path folder;
  private final CompositionSettings settings =
      new CompositionSettings(SampleRequest.small().lexicon());
  private final AtomicInteger scans = new AtomicInteger();
  private final CountDownLatch scanning = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);
  private ManifestSource source;
  private CompositionResult whole;

  @BeforeEach
  void aManifest() throws IOException {
    Path csv = folder.resolve("rows.csv");
    Files.writeString(csv, "url,caption\nhttp://a.example/1,a lovely rose\n");
    source = SampleRequest.manifest("rows", csv);
    whole =
        ManifestCounts.below(Optional.empty())
            .count(source, settings, SEED, new Engines(""), Progress.none(), new Cancellation());
  }

  private CompositionResult slow(Progress progress, Cancellation cancellation) {
    scans.incrementAndGet();
    progress.update("profiling rows", 1, 1000);
    scanning.countDown();
    try {
      while (!goOn.await(10, TimeUnit.MILLISECONDS)) {
        cancellation.check();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    progress.update("profiling rows", 1000, 1000);
    return whole;
  }

  private CompletableFuture<CompositionResult> ask(
      ManifestCounts counts, Progress progress, Cancellation cancellation) {
    return CompletableFuture.supplyAsync(
        () ->
            counts.count(
                counts.entry(source, settings),
                told -> slow(told, cancellation),
                progress,
                cancellation),
        work -> Thread.ofVirtual().start(work));
  }

  @Test
  void twoWhoAskAtTheSameTimeShareOneScanAndItsProgress() throws InterruptedException {
    ManifestCounts counts = ManifestCounts.below(Optional.empty());
    List<Long> heard = new CopyOnWriteArrayList<>();
    var first = ask(counts, Progress.none(), new Cancellation());
    scanning.await();
    var second = ask(counts, (_, done, _) -> heard.add(done), new Cancellation());
    Thread.sleep(200);
    goOn.countDown();
    assertEquals(whole, first.join());
    assertEquals(whole, second.join());
    assertEquals(1, scans.get());
    assertEquals(List.of(1000L), heard);
  }

  @Test
  void whoWaitsTakesOverWhereTheOneWhoCountsIsCancelled() throws InterruptedException {
    ManifestCounts counts = ManifestCounts.below(Optional.empty());
    Cancellation cancellation = new Cancellation();
    var first = ask(counts, Progress.none(), cancellation);
    scanning.await();
    var second = ask(counts, Progress.none(), new Cancellation());
    Thread.sleep(200);
    cancellation.cancel();
    CompletionException end = assertThrows(CompletionException.class, first::join);
    assertTrue(end.getCause() instanceof CancellationException, end.toString());
    goOn.countDown();
    assertEquals(whole, second.join());
    assertEquals(2, scans.get());
  }

  @Test
  void whoWaitsMayGiveUpAndTheOtherGoesOn() throws InterruptedException {
    ManifestCounts counts = ManifestCounts.below(Optional.empty());
    var first = ask(counts, Progress.none(), new Cancellation());
    scanning.await();
    Cancellation cancellation = new Cancellation();
    var second = ask(counts, Progress.none(), cancellation);
    Thread.sleep(100);
    cancellation.cancel();
    assertThrows(CompletionException.class, second::join);
    goOn.countDown();
    assertEquals(whole, first.join());
    assertEquals(1, scans.get());
  }

  @Test
  void aFailureIsToldToAllAndNotKept() {
    ManifestCounts counts = ManifestCounts.below(Optional.of(folder.resolve("cache")));
    assertThrows(
        PlumblineException.class,
        () ->
            counts.count(
                counts.entry(source, settings),
                _ -> {
                  throw new PlumblineException("The disk is gone.");
                },
                Progress.none(),
                new Cancellation()));
    goOn.countDown();
    assertEquals(whole, ask(counts, Progress.none(), new Cancellation()).join());
  }

  @Test
  void aRunFindsWhatWasCountedInTheBackground() {
    RunSettings run = RunSettings.defaults().withCache(Optional.of(folder.resolve("cache")));
    ManifestCounts counts = ManifestCounts.below(run.cache());
    Engines engines = new Engines("");
    counts.count(source, settings, SEED, engines, Progress.none(), new Cancellation());
    List<String> stages = new CopyOnWriteArrayList<>();
    RunListener listener =
        new RunListener() {
          @Override
          public void progress(String stage, long done, long total) {
            stages.add(stage);
          }

          @Override
          public void partial(StudyResult soFar) {}

          @Override
          public void failed(Failure failure) {}
        };
    StudyRequest request = SampleRequest.with(SampleRequest.small(), List.of(source), List.of());
    Study study =
        new StudyRunner(run, engines, counts).study(request, listener, new Cancellation());
    assertEquals(List.of(whole), study.result().compositions());
    assertTrue(stages.stream().noneMatch(stage -> stage.startsWith("profiling")), stages::toString);
    assertTrue(study.provenance().inputs().containsKey("manifest rows"));
  }
}
