package dev.plumbline.relation;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.ModelId;
import java.util.OptionalDouble;

/// Effect size of one model in one test and order, as a relation needs it.
///
/// @param model the model
/// @param test name of the test
/// @param category category of the test
/// @param order label of the order
/// @param d finite effect size
/// @param p permutation p, if known
public record EffectRow(
    ModelId model, String test, String category, String order, double d, OptionalDouble p) {
  public EffectRow {
    Arguments.check(Double.isFinite(d), "an effect size must be finite");
  }
}
