package dev.plumbline.relation;

import dev.plumbline.core.Interval;
import dev.plumbline.core.TestId;
import java.util.Optional;
import java.util.OptionalDouble;

/// How d of a test in one order would change if a model were trained on the kept rows.
///
/// @param test test of lexicon and battery
/// @param order label of the order
/// @param models models that the line is fitted on
/// @param datasets distinct manifests among them
/// @param slope change of d for one unit of log odds ratio
/// @param change predicted change of d
/// @param interval 95 % prediction interval of the change
/// @param extrapolated whether a log odds ratio lies outside of those of the models' manifests
/// @param reason why there is no prediction
public record EffectPrediction(
    TestId test,
    String order,
    int models,
    int datasets,
    OptionalDouble slope,
    OptionalDouble change,
    Optional<Interval> interval,
    boolean extrapolated,
    Optional<String> reason) {}
