package dev.plumbline.study;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.manifest.Engines;
import dev.plumbline.performance.ScoreReader;
import dev.plumbline.study.RunState.Part;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of one request on threads of its own.
///
/// All bundles are looked at first, which is quick, so that two of one name are found before any is
/// measured; then manifests, score tables and models share the threads.
final class StudyRun {
  private static final Logger LOG = LoggerFactory.getLogger(StudyRun.class);
  private static final long LOOK_MILLIS = 20;
  private static final long GRACE_NANOS = 700_000_000L;

  private final RunSettings settings;
  private final StudyRequest request;
  private final Cancellation cancellation;
  private final RunState state;
  private final InputDigests inputs = new InputDigests();
  private final ManifestStage manifests;
  private final ModelStage models;

  StudyRun(
      RunSettings settings,
      Engines engines,
      ManifestCounts counts,
      StudyRequest request,
      RunListener listener,
      Cancellation cancellation) {
    this.settings = settings;
    this.request = request;
    this.cancellation = cancellation;
    this.state = new RunState(request, listener);
    this.manifests =
        new ManifestStage(settings, engines, counts, request, inputs, state, cancellation);
    this.models = new ModelStage(settings, request, inputs, state, cancellation);
  }

  /// Runs to the end or until cancelled, and returns what was found.
  Study execute() {
    Instant started = Instant.now();
    long start = System.nanoTime();
    ExecutorService pool =
        Executors.newFixedThreadPool(
            settings.threads(), Thread.ofPlatform().daemon().name("study-", 0).factory());
    boolean complete = false;
    try {
      complete = run(pool);
    } finally {
      state.close();
      release(pool);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    StudyResult result = state.result();
    List<LogEntry> log = new ArrayList<>(state.log());
    log.add(
        LogEntry.info(
            (complete ? "Finished in %.1f s." : "Cancelled after %.1f s.").formatted(seconds)));
    Provenance provenance =
        Provenance.of(settings, request, result, inputs.all(), started, seconds, complete);
    return new Study(request, result, provenance, log);
  }

  /// Runs everything; false if it was cancelled.
  private boolean run(ExecutorService pool) {
    List<Future<?>> inspections = new ArrayList<>();
    for (int i = 0; i < request.models().size(); i++) {
      int index = i;
      inspections.add(
          submit(
              pool,
              new Part(Part.Kind.MODEL, i),
              name(request.models().get(i).folder()),
              () -> models.inspect(index)));
    }
    List<Future<?>> work = new ArrayList<>();
    for (int i = 0; i < request.manifests().size(); i++) {
      int index = i;
      work.add(
          submit(
              pool,
              new Part(Part.Kind.MANIFEST, i),
              request.manifests().get(i).id().value(),
              () -> manifests.profile(index)));
    }
    for (int i = 0; i < request.scoreFiles().size(); i++) {
      work.add(scores(pool, i));
    }
    for (int i = 0; i < request.resultFiles().size(); i++) {
      work.add(results(pool, i));
    }
    if (!await(inspections)) {
      return false;
    }
    for (ModelStage.Group group : models.groups()) {
      work.add(pool.submit(() -> group.models().forEach(i -> measure(group, i))));
    }
    return await(work) && !cancellation.cancelled();
  }

  private Future<?> scores(ExecutorService pool, int index) {
    Path file = request.scoreFiles().get(index);
    return submit(
        pool,
        new Part(Part.Kind.SCORES, index),
        name(file),
        () -> {
          state.imported(index, ScoreReader.read(file));
          inputs.add("scores " + name(file), List.of(file));
        });
  }

  private Future<?> results(ExecutorService pool, int index) {
    Path file = request.resultFiles().get(index);
    return submit(
        pool,
        new Part(Part.Kind.RESULTS, index),
        name(file),
        () -> {
          state.reported(index, ImportedResults.read(file));
          inputs.add("results " + name(file), List.of(file));
        });
  }

  private void measure(ModelStage.Group group, int index) {
    guarded(
        new Part(Part.Kind.MODEL, index),
        models.name(index),
        () -> models.measure(index, group.threads()));
  }

  private Future<?> submit(ExecutorService pool, Part part, String subject, Runnable action) {
    return pool.submit(() -> guarded(part, subject, action));
  }

  /// Runs one part; what it throws becomes a failure of that part alone.
  private void guarded(Part part, String subject, Runnable action) {
    try {
      cancellation.check();
      action.run();
    } catch (CancellationException e) {
      LOG.debug("{} was cancelled", subject, e);
    } catch (PlumblineException e) {
      LOG.info("{} failed", subject, e);
      fail(part, new Failure(subject, e.getMessage()));
    } catch (OutOfMemoryError e) {
      LOG.error("{} ran out of memory", subject, e);
      fail(part, new Failure(subject, "There is not enough memory for " + subject + "."));
    } catch (RuntimeException | LinkageError e) {
      LOG.error("{} failed unexpectedly", subject, e);
      String message = String.valueOf(e).lines().findFirst().orElse("").replaceAll("[.]$", "");
      fail(part, new Failure(subject, "Unexpected error in " + subject + ": " + message + "."));
    }
  }

  private void fail(Part part, Failure failure) {
    if (!cancellation.cancelled()) {
      state.failed(part, failure);
    }
  }

  /// Waits for all; false if cancelled and some do not stop within the grace period.
  private boolean await(List<Future<?>> futures) {
    long cancelledAt = 0;
    for (Future<?> future : futures) {
      while (!future.isDone()) {
        try {
          future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
          if (cancellation.cancelled()) {
            cancelledAt = cancelledAt == 0 ? System.nanoTime() : cancelledAt;
            if (System.nanoTime() - cancelledAt > GRACE_NANOS) {
              return false;
            }
          }
        } catch (InterruptedException _) {
          cancellation.cancel();
          Thread.currentThread().interrupt();
          return false;
        } catch (ExecutionException e) {
          throw new IllegalStateException("A part of a run threw what nobody expected", e);
        }
      }
    }
    return !cancellation.cancelled();
  }

  /// Closes what the stages own, at once or, if a part is still busy, when it has ended.
  private void release(ExecutorService pool) {
    pool.shutdown();
    if (pool.isTerminated()) {
      manifests.close();
      return;
    }
    Thread.ofPlatform()
        .daemon()
        .name("study-release")
        .start(
            () -> {
              try {
                pool.awaitTermination(1, TimeUnit.HOURS);
                manifests.close();
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private static String name(Path path) {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }
}
