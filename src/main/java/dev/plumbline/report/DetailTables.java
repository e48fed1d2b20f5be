package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.PairCosines;
import dev.plumbline.association.StimulusDetail;
import dev.plumbline.association.TargetAssociation;
import dev.plumbline.study.TestDetail;
import java.util.OptionalDouble;

/// One opened test as tidy tables.
public final class DetailTables {
  private DetailTables() {}

  /// Every stimulus with its association, its own test and its influence.
  public static FigureTable stimuli(TestDetail test) {
    FigureTable.Builder table =
        FigureTable.columns(
            "model",
            "test",
            "order",
            "set",
            "stimulus",
            "s",
            "single_d",
            "single_p",
            "d_without",
            "influence",
            "reason");
    for (StimulusDetail it : test.detail().stimuli()) {
      table.row(
          test.model(),
          test.test().id(),
          test.order().label(),
          it.role(),
          it.name(),
          it.s(),
          d(it.single()),
          p(it.single()),
          it.dWithout(),
          d(test.detail().result()).isPresent()
              ? it.influence(d(test.detail().result()).getAsDouble())
              : OptionalDouble.empty(),
          it.reason().orElse(""));
    }
    return table.table();
  }

  /// The test, each target alone, each pair of a target and an attribute.
  public static FigureTable levels(TestDetail test) {
    FigureTable.Builder table =
        FigureTable.columns(
            "model", "test", "order", "level", "target", "attribute", "d", "p", "cosine", "sd");
    OptionalDouble none = OptionalDouble.empty();
    String order = test.order().label();
    AssociationResult whole = test.detail().result();
    table.row(
        test.model(), test.test().id(), order, 1, "X,Y", "A,B", d(whole), p(whole), none, none);
    for (TargetAssociation it : test.detail().targets()) {
      table.row(
          test.model(),
          test.test().id(),
          order,
          2,
          it.target(),
          "A,B",
          d(it.result()),
          p(it.result()),
          none,
          none);
    }
    for (PairCosines it : test.detail().pairs()) {
      table.row(
          test.model(),
          test.test().id(),
          order,
          3,
          it.target(),
          it.attribute(),
          none,
          none,
          it.mean(),
          it.sd());
    }
    return table.table();
  }

  /// d of a result, if it has one.
  public static OptionalDouble d(AssociationResult result) {
    return result instanceof Measured it ? OptionalDouble.of(it.d()) : OptionalDouble.empty();
  }

  /// p of a result, if it has one.
  public static OptionalDouble p(AssociationResult result) {
    return result instanceof Measured it ? OptionalDouble.of(it.p()) : OptionalDouble.empty();
  }
}
