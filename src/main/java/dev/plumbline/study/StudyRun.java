package dev.plumbline.study;

import dev.plumbline.core.Cancellation;
import java.util.List;

/// One run of one request.
final class StudyRun {
  private final RunSettings settings;
  private final StudyRequest request;
  private final RunListener listener;
  private final Cancellation cancellation;

  StudyRun(
      RunSettings settings, StudyRequest request, RunListener listener, Cancellation cancellation) {
    this.settings = settings;
    this.request = request;
    this.listener = listener;
    this.cancellation = cancellation;
  }

  Study execute() {
    cancellation.check();
    StudyResult result = StudyResult.empty();
    listener.partial(result);
    Provenance none = Provenance.notRun(request.association().seed());
    return new Study(
        request,
        result,
        none,
        List.of(LogEntry.info("Ran with " + settings.threads() + " threads.")));
  }
}
