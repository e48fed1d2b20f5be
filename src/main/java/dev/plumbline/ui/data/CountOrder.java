package dev.plumbline.ui.data;

import dev.plumbline.core.DatasetId;
import dev.plumbline.manifest.ManifestSource;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.ui.data.count.BackgroundCounts;
import dev.plumbline.ui.data.count.CountSubject;
import dev.plumbline.ui.session.StudySession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableBooleanValue;

/// Which manifests of a study are counted in the background: the one looked at first, and the
/// others once its first picture has been seen; none while a run counts them itself.
final class CountOrder {
  private final StudySession session;
  private final BackgroundCounts counts;
  private final ObservableBooleanValue running;

  /// @param running whether a run is under way
  CountOrder(StudySession session, BackgroundCounts counts, ObservableBooleanValue running) {
    this.session = session;
    this.counts = counts;
    this.running = running;
    session.requestProperty().subscribe(request -> counts.keep(uncounted(request)));
  }

  /// Goes on counting.
  ///
  /// @param looked the manifest looked at, if there is one
  /// @param seen whether a picture of it has been seen
  void advance(Optional<ManifestSource> looked, boolean seen) {
    Optional<ManifestSource> wanted = looked.filter(source -> !session.isCounted(source));
    Optional<CountSubject> first = wanted.map(source -> subject(session.request(), source));
    boolean later = running.get() || wanted.isPresent() && !seen;
    counts.advance(
        first,
        later
            ? List.of()
            : Stream.concat(first.stream(), uncounted(session.request()).stream())
                .distinct()
                .toList());
  }

  /// Manifests that are not counted as they are asked for; of several with one name the first.
  private List<CountSubject> uncounted(StudyRequest request) {
    Map<DatasetId, ManifestSource> named = new LinkedHashMap<>();
    request.manifests().forEach(source -> named.putIfAbsent(source.id(), source));
    return named.values().stream()
        .filter(source -> !session.isCounted(source))
        .map(source -> subject(request, source))
        .toList();
  }

  private static CountSubject subject(StudyRequest request, ManifestSource source) {
    return new CountSubject(source, request.lexicon(), request.association().seed());
  }
}
