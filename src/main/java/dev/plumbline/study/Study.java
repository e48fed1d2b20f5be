package dev.plumbline.study;

import java.util.List;

/// One study: what was asked, what came out, where it comes from, and what happened on the way.
///
/// @param request what was asked
/// @param result what came out so far
/// @param provenance where the result comes from
/// @param log what happened, oldest first
public record Study(
    StudyRequest request, StudyResult result, Provenance provenance, List<LogEntry> log) {
  public Study {
    log = List.copyOf(log);
  }

  /// A study that has not been run.
  public static Study of(StudyRequest request) {
    return new Study(
        request, StudyResult.empty(), Provenance.notRun(request.association().seed()), List.of());
  }
}
