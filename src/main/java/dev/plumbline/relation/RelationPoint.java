package dev.plumbline.relation;

import dev.plumbline.core.ModelId;

/// One point of a scatter of bias against performance.
///
/// @param model the model
/// @param test test, or the tests whose d were averaged
/// @param category category, empty if the points are not grouped by it
/// @param order label of the order, empty if the points are not grouped by it
/// @param d effect size, or its mean over the model's rows
/// @param performance the model's score
public record RelationPoint(
    ModelId model, String test, String category, String order, double d, double performance) {}
