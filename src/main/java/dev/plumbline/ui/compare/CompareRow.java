package dev.plumbline.ui.compare;

import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// One quantity of two models.
///
/// @param name what it is: a test and order, or a dataset and metric
/// @param group test or score
/// @param first value of the first model
/// @param firstInterval its interval
/// @param second value of the second model
/// @param secondInterval its interval
/// @param decimals digits that are shown
record CompareRow(
    String name,
    String group,
    OptionalDouble first,
    Optional<Interval> firstInterval,
    OptionalDouble second,
    Optional<Interval> secondInterval,
    int decimals) {

  /// Second minus first, where both are known.
  OptionalDouble difference() {
    return first.isPresent() && second.isPresent()
        ? OptionalDouble.of(second.getAsDouble() - first.getAsDouble())
        : OptionalDouble.empty();
  }
}
