package dev.plumbline.association;

import dev.plumbline.core.Interval;
import java.util.Optional;

/// A measure averaged over queries.
///
/// @param mean its mean
/// @param interval how the mean varies with the choice of queries, empty if none was asked for or
///   there is only one query
/// @param chance its mean where labels have nothing to do with pictures
/// @param p share of divisions of the labels whose mean is at least as large, in (0, 1]
public record QueryMean(double mean, Optional<Interval> interval, double chance, double p) {}
