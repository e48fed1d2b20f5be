package dev.plumbline.ui.overview;

import dev.plumbline.relation.CorrelationMethod;
import dev.plumbline.report.Measure;

/// What the scatter shows.
///
/// @param category category of tests
/// @param order label of the order
/// @param measure performance on the x axis
/// @param method kind of correlation
record ScatterChoice(String category, String order, Measure measure, CorrelationMethod method) {}
