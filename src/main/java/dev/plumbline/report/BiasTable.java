package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.PooledEffect;
import dev.plumbline.core.Interval;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.ReportedResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Results of association tests as a tidy table, one row a model, test and order.
final class BiasTable {
  private BiasTable() {}

  static FigureTable of(List<BiasRow> rows, List<ModelFacts> models) {
    FamilyMarkers facts = new FamilyMarkers(models);
    FigureTable.Builder table =
        FigureTable.columns(
            "model",
            "pretraining_dataset",
            "test",
            "category",
            "order",
            "d",
            "low",
            "high",
            "p",
            "q",
            "d_bound",
            "r",
            "d_pooled",
            "hedges_g",
            "hedges_low",
            "hedges_high",
            "p_method",
            "ci_method",
            "reason",
            "permutations",
            "source");
    for (BiasRow row : rows) {
      Optional<AssociationResult.Measured> measured = row.measured();
      Optional<Interval> interval = row.interval();
      Optional<PooledEffect> pooled = measured.map(AssociationResult.Measured::pooled);
      Optional<Interval> hedges = pooled.flatMap(PooledEffect::interval);
      table.row(
          row.model(),
          facts.dataset(row.model()).orElse(""),
          row.test(),
          row.category(),
          row.order().label(),
          row.d(),
          FigureTable.low(interval),
          FigureTable.high(interval),
          row.p(),
          row.q(),
          number(measured.map(AssociationResult.Measured::bound)),
          number(measured.map(AssociationResult.Measured::r)),
          pooled.map(PooledEffect::d).orElse(OptionalDouble.empty()),
          pooled.map(PooledEffect::g).orElse(OptionalDouble.empty()),
          FigureTable.low(hedges),
          FigureTable.high(hedges),
          measured.map(AssociationResult.Measured::pMethod).orElse(""),
          interval.map(Interval::method).orElse(""),
          row.reason().orElse(""),
          row.permutations().isPresent() ? Long.toString(row.permutations().getAsLong()) : "",
          row.reported().map(ReportedResult::source).orElse(""));
    }
    return table.table();
  }

  private static OptionalDouble number(Optional<Double> value) {
    return value.map(OptionalDouble::of).orElseGet(OptionalDouble::empty);
  }
}
