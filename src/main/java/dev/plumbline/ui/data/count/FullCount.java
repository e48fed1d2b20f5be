package dev.plumbline.ui.data.count;

import dev.plumbline.composition.CompositionResult;
import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Progress;
import java.util.Optional;

/// Counts all rows of a manifest; for use in the background.
public interface FullCount {
  /// Says how much there is to count, where that is too much to begin without being asked; empty
  /// where the count may begin.
  ///
  /// @throws dev.plumbline.core.PlumblineException if the manifest cannot be opened
  Optional<CountSize> tooMuch(CountSubject subject, Cancellation cancellation);

  /// Counts.
  ///
  /// @throws dev.plumbline.core.PlumblineException if it cannot be counted
  CompositionResult count(CountSubject subject, Progress progress, Cancellation cancellation);
}
