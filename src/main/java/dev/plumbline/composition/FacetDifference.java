package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import dev.plumbline.core.Proportion;
import java.util.Optional;

/// One bin of a facet in two manifests.
///
/// @param key bin or term list
/// @param reference rows of the reference in it
/// @param other rows of the other manifest in it
/// @param referenceOf rows of the reference that have a value
/// @param otherOf rows of the other manifest that have a value
/// @param interval 95 % interval of the difference; empty where one of them has no rows
public record FacetDifference(
    String key,
    long reference,
    long other,
    long referenceOf,
    long otherOf,
    Optional<Interval> interval) {
  /// Of counted rows, with Newcombe's interval ([Proportion#minus(Proportion)]).
  public FacetDifference(String key, long reference, long other, long referenceOf, long otherOf) {
    this(
        key,
        reference,
        other,
        referenceOf,
        otherOf,
        referenceOf == 0 || otherOf == 0
            ? Optional.empty()
            : Optional.of(
                new Proportion(other, otherOf).minus(new Proportion(reference, referenceOf))));
  }

  /// Share in the other manifest less share in the reference; 0 where one of them has no rows.
  public double difference() {
    return referenceOf == 0 || otherOf == 0
        ? 0
        : (double) other / otherOf - (double) reference / referenceOf;
  }
}
