package dev.plumbline.study;

import dev.plumbline.association.AssociationResult.StimulusCounts;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// An effect size that a result table reports and this study did not measure.
///
/// @param d effect size
/// @param p its p
/// @param permutations partitions or draws that p rests on
/// @param n numbers of stimuli, if the table says
/// @param sets names of X, Y, A, B; empty if the table does not say
/// @param source who says so: the table's file, or what the table itself names
/// @param table name of the table's file
public record ReportedResult(
    double d,
    OptionalDouble p,
    OptionalLong permutations,
    Optional<StimulusCounts> n,
    List<String> sets,
    String source,
    String table) {
  public ReportedResult {
    sets = List.copyOf(sets);
  }
}
