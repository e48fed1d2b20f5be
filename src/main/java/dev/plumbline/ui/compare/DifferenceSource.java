package dev.plumbline.ui.compare;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.TestDifference;
import java.util.List;

/// Measures how two models differ; for use in the background.
@FunctionalInterface
public interface DifferenceSource {
  /// Second minus first, test by test.
  ///
  /// @throws dev.plumbline.core.PlumblineException if the study has no such models
  /// @throws java.util.concurrent.CancellationException if cancelled
  List<TestDifference> of(
      StudyRequest request, ModelId first, ModelId second, Cancellation cancellation);
}
