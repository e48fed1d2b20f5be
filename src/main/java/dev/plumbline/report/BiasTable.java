package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.core.Interval;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
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
            "reason");
    for (BiasRow row : rows) {
      Optional<AssociationResult.Measured> measured = row.measured();
      Optional<Interval> interval = measured.flatMap(AssociationResult.Measured::interval);
      table.row(
          row.model(),
          facts.dataset(row.model()).orElse(""),
          row.test(),
          row.category(),
          row.order().label(),
          row.d(),
          FigureTable.low(interval),
          FigureTable.high(interval),
          measured.map(it -> OptionalDouble.of(it.p())).orElse(OptionalDouble.empty()),
          row.q(),
          BiasHeatMap.reason(row).orElse(""));
    }
    return table.table();
  }
}
