package dev.plumbline.association;

import java.util.Optional;
import java.util.OptionalDouble;

/// What one stimulus contributes to a test.
///
/// @param role the set it belongs to
/// @param place its place in the set, from 0
/// @param name its text, or its image's file
/// @param s association: of a target `mean_A cos(w, a) − mean_B cos(w, b)`; of an attribute `mean_X
///   cos(w, x) − mean_Y cos(w, y)`, so that d tends to be positive where s is high in A and low in
///   B
/// @param single the single-category test of this stimulus: a target against A and B, an attribute
///   against X and Y
/// @param dWithout d of the test without this stimulus, empty if not defined
/// @param reason why there is no d without it
public record StimulusDetail(
    StimulusRole role,
    int place,
    String name,
    double s,
    AssociationResult single,
    OptionalDouble dWithout,
    Optional<String> reason) {

  /// By how much the stimulus raises d: d of the test minus d without it; empty if not defined.
  ///
  /// @param d effect size of the whole test
  public OptionalDouble influence(double d) {
    return dWithout.isPresent() ? OptionalDouble.of(d - dWithout.getAsDouble()) : dWithout;
  }
}
