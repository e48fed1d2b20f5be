package dev.plumbline.relation;

import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// A correlation of n pairs, as far as it is defined.
///
/// @param n pairs
/// @param r correlation, in [-1, 1]
/// @param interval Fisher interval of r
/// @param p two-sided p of r = 0
/// @param reason why something is empty, one sentence
public record CorrelationResult(
    int n,
    OptionalDouble r,
    Optional<Interval> interval,
    OptionalDouble p,
    Optional<String> reason) {}
