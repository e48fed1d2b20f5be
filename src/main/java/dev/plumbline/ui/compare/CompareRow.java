package dev.plumbline.ui.compare;

import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// One quantity of two models.
///
/// @param name test, or dataset
/// @param detail order, or metric
/// @param first value of the first model
/// @param firstInterval its interval
/// @param second value of the second model
/// @param secondInterval its interval
/// @param differenceInterval interval of second minus first
/// @param note why there is none, or what it leaves out
record CompareRow(
    String name,
    String detail,
    OptionalDouble first,
    Optional<Interval> firstInterval,
    OptionalDouble second,
    Optional<Interval> secondInterval,
    Optional<Interval> differenceInterval,
    Optional<String> note) {

  /// Second minus first, where both are known.
  OptionalDouble difference() {
    return first.isPresent() && second.isPresent()
        ? OptionalDouble.of(second.getAsDouble() - first.getAsDouble())
        : OptionalDouble.empty();
  }
}
