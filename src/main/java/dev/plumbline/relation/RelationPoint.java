package dev.plumbline.relation;

import dev.plumbline.core.ModelId;

/// One point of a bias-against-performance scatter.
///
/// @param model the model
/// @param test its test
/// @param category category of the test, as read
/// @param order label of the order, as read
/// @param d effect size
/// @param performance its score
public record RelationPoint(
    ModelId model, String test, String category, String order, double d, double performance) {}
