package dev.plumbline.ui;

import dev.plumbline.core.Cancellation;
import dev.plumbline.study.Provenance;
import dev.plumbline.study.RunListener;
import dev.plumbline.study.Study;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.StudyResult;
import dev.plumbline.ui.session.StudyRuns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A run that reports, waits until a test lets it go on, and ends with a prepared result.
public final class FakeRunner implements StudyRuns.Runner {
  private final StudyResult partial;
  private final StudyResult result;
  private final CountDownLatch reported = new CountDownLatch(1);
  private final CountDownLatch goOn = new CountDownLatch(1);

  public FakeRunner(StudyResult partial, StudyResult result) {
    this.partial = partial;
    this.result = result;
  }

  /// Lets the run come to its end.
  public void goOn() {
    goOn.countDown();
  }

  /// Waits until the run has reported its partial result.
  public void awaitReport() throws InterruptedException {
    if (!reported.await(10, TimeUnit.SECONDS)) {
      throw new AssertionError("the run did not start");
    }
  }

  @Override
  public Study run(StudyRequest request, RunListener listener, Cancellation cancellation) {
    listener.progress("embedding images, vit-s", 120, 320);
    listener.partial(partial);
    reported.countDown();
    cancellation.onCancel(goOn::countDown);
    try {
      if (!goOn.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody let the run go on");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    boolean complete = !cancellation.cancelled();
    Provenance provenance =
        new Provenance(
            "test",
            "25",
            "test",
            Optional.of(Instant.EPOCH),
            1.5,
            complete,
            2,
            List.of("CPU"),
            request.association().seed(),
            Map.of("model", "ab"));
    return new Study(request, complete ? result : partial, provenance, List.of());
  }
}
