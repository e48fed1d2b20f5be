package dev.plumbline.ui.data.count;

import java.util.Optional;

/// How far the full count of the manifest looked at has come.
public sealed interface CountState {
  /// There is nothing to count, or it is counted.
  record Nothing() implements CountState {}

  /// It will begin by itself.
  record Waiting() implements CountState {}

  /// It is under way.
  record Counting() implements CountState {}

  /// It begins when the user asks for it.
  ///
  /// @param size how much there is, where that is why; empty where the user has stopped a count
  record Offered(Optional<CountSize> size) implements CountState {}

  /// It ended with a sentence.
  record Failed(String sentence) implements CountState {}
}
