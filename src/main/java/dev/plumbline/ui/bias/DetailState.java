package dev.plumbline.ui.bias;

import dev.plumbline.study.TestDetail;

/// What is known about an opened test of one model.
sealed interface DetailState {
  /// No model is picked out.
  record Unasked() implements DetailState {}

  /// It is being computed.
  record Computing() implements DetailState {}

  /// It cannot be had.
  record Failed(String sentence) implements DetailState {}

  /// It is there.
  record Shown(TestDetail detail) implements DetailState {}
}
