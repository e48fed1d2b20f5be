package dev.plumbline.ui.bias;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.PairCosines;
import dev.plumbline.association.StimulusRole;
import dev.plumbline.association.TargetAssociation;
import dev.plumbline.report.DetailTables;
import dev.plumbline.study.TestDetail;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// One line of the levels of a test.
///
/// @param level 1, 2 or 3
/// @param what the sets it is about
/// @param d effect size of level 1 and 2
/// @param p its p
/// @param cosine mean cosine of level 3
/// @param sd its spread
/// @param note why there is no d
record LevelRow(
    int level,
    String what,
    OptionalDouble d,
    OptionalDouble p,
    OptionalDouble cosine,
    OptionalDouble sd,
    String note) {

  /// All levels of a test.
  ///
  /// @param name name of a set
  static List<LevelRow> of(TestDetail test, Function<StimulusRole, String> name) {
    List<LevelRow> rows = new ArrayList<>();
    String both = name.apply(StimulusRole.X) + " / " + name.apply(StimulusRole.Y);
    String attributes = name.apply(StimulusRole.A) + " / " + name.apply(StimulusRole.B);
    rows.add(tested(1, both + " · " + attributes, test.detail().result()));
    for (TargetAssociation it : test.detail().targets()) {
      rows.add(tested(2, name.apply(it.target()) + " · " + attributes, it.result()));
    }
    for (PairCosines it : test.detail().pairs()) {
      rows.add(
          new LevelRow(
              3,
              name.apply(it.target()) + " · " + name.apply(it.attribute()),
              OptionalDouble.empty(),
              OptionalDouble.empty(),
              OptionalDouble.of(it.mean()),
              it.sd(),
              ""));
    }
    return rows;
  }

  private static LevelRow tested(int level, String what, AssociationResult result) {
    return new LevelRow(
        level,
        what,
        DetailTables.d(result),
        DetailTables.p(result),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        result instanceof AssociationResult.Undefined undefined ? undefined.reason() : "");
  }
}
