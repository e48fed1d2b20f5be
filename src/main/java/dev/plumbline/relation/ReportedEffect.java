package dev.plumbline.relation;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// An effect size that a result table reports.
///
/// @param model the model, as the table names it
/// @param test the test; for image tests without a name of their own, targets and attributes
/// @param category category of the test
/// @param order modality of targets and attributes
/// @param d finite effect size
/// @param p its p, from 0 to 1
/// @param permutations partitions or draws that p rests on
/// @param n numbers of stimuli in X, Y, A, B; empty if the table does not say
/// @param sets names of X, Y, A, B; empty if the table does not say
/// @param source who says so: the table's file, or what the table itself names
public record ReportedEffect(
    ModelId model,
    String test,
    String category,
    Order order,
    double d,
    OptionalDouble p,
    OptionalLong permutations,
    List<Integer> n,
    List<String> sets,
    String source) {
  public ReportedEffect {
    Arguments.check(Double.isFinite(d), "an effect size must be finite");
    Arguments.check(n.isEmpty() || n.size() == 4, "four numbers of stimuli or none");
    Arguments.check(sets.isEmpty() || sets.size() == 4, "four names of sets or none");
    n = List.copyOf(n);
    sets = List.copyOf(sets);
  }

  /// As a relation needs it.
  public EffectRow row() {
    return new EffectRow(model, test, category, order.label(), d, p);
  }
}
