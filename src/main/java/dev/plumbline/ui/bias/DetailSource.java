package dev.plumbline.ui.bias;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.study.StudyRequest;
import dev.plumbline.study.TestDetail;

/// Looks into one test of one model; called in the background.
@FunctionalInterface
public interface DetailSource {
  /// Looks into it, or throws what the user has to be told.
  TestDetail of(
      StudyRequest request, ModelId model, TestId test, Order order, Cancellation cancellation);
}
