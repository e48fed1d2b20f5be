package dev.plumbline.association;

import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much two models differ in one test.
///
/// @param n stimuli that both were shown
/// @param difference d of the second model minus d of the first, in units of d; empty if one of
///   them is not defined
/// @param interval its interval, empty if not obtainable
/// @param note why something is missing, or how many resamples the interval leaves out
public record EffectDifference(
    StimulusCounts n,
    OptionalDouble difference,
    Optional<Interval> interval,
    Optional<String> note) {}
