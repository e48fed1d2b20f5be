package dev.plumbline.relation;

import dev.plumbline.core.Interval;
import java.util.Optional;
import java.util.OptionalDouble;

/// Correlation of d with a performance measure in one category and order.
///
/// @param category category of tests, as read
/// @param order label of the order, as read
/// @param n points
/// @param models different models among them
/// @param r correlation, empty if not defined
/// @param interval Fisher interval of r
/// @param p two-sided p of r = 0
/// @param q Benjamini–Hochberg adjusted p over the cells of the same result
/// @param reason why something is empty
public record RelationCell(
    String category,
    String order,
    int n,
    int models,
    OptionalDouble r,
    Optional<Interval> interval,
    OptionalDouble p,
    OptionalDouble q,
    Optional<String> reason) {}
