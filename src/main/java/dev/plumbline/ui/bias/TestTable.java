package dev.plumbline.ui.bias;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.association.AssociationResult.Measured;
import dev.plumbline.association.AssociationResult.StimulusCounts;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.study.BiasRow;
import dev.plumbline.ui.part.Dot;
import dev.plumbline.ui.part.RowTable;
import dev.plumbline.ui.part.Workbench;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// One test in numbers: a line for each model and order.
final class TestTable {
  /// Place of the column of orders.
  static final int ORDER = 1;

  private final Workbench bench;
  private final NumberStyle numbers;

  TestTable(Workbench bench) {
    this.bench = bench;
    this.numbers = new NumberStyle(bench.look().locale());
  }

  /// @param dataset manifest a row's model was trained on
  RowTable<BiasRow> table(Function<BiasRow, Optional<String>> dataset) {
    return new RowTable<BiasRow>("test-table", text("bias.detail"))
        .text(
            text("bias.model"),
            238,
            row -> row.model().value(),
            row -> Dot.of(bench, dataset.apply(row)))
        .text(text("bias.order"), 206, row -> text("order." + row.order().name()))
        .folding()
        .number(text("bias.d"), 56, BiasRow::d, d -> numbers.decimal(d, 2))
        .explained(text("bias.d.tip"))
        .numberWith(text("bias.interval"), 114, BiasRow::d, this::interval)
        .explained(text("bias.interval.tip"))
        .folding()
        .number("p", 58, BiasRow::p, this::probability)
        .explained(text("bias.p.tip"))
        .number("q", 58, BiasRow::q, this::probability)
        .explained(text("bias.q.tip"))
        .folding()
        .numberWith(
            "n", 96, TestTable::targets, row -> row.counts().map(TestTable::counts).orElse(""))
        .explained(text("bias.n.tip"))
        .text(text("bias.method"), 200, this::method)
        .wrapped()
        .explained(text("bias.method.tip"));
  }

  private String interval(BiasRow row) {
    return row.interval().map(interval -> numbers.interval(interval, 2)).orElse("");
  }

  private String probability(double p) {
    return numbers.probability("", p).replace(" = ", "").strip();
  }

  private static OptionalDouble targets(BiasRow row) {
    return row.counts().map(n -> OptionalDouble.of(n.x() + n.y())).orElseGet(OptionalDouble::empty);
  }

  private static String counts(StimulusCounts n) {
    return n.x() + "/" + n.y() + "/" + n.a() + "/" + n.b();
  }

  private String method(BiasRow row) {
    return row.skipped()
        .or(() -> row.result().map(this::method))
        .or(() -> row.reported().map(it -> text("bias.reported", it.source())))
        .orElse("");
  }

  private String method(AssociationResult result) {
    return switch (result) {
      case Measured measured ->
          text(measured.exact() ? "bias.exact" : "bias.sampled", measured.permutations());
      case AssociationResult.Undefined undefined ->
          bench.look().messages().sentence(undefined.reason());
    };
  }

  private String text(String key, Object... arguments) {
    return bench.look().text(key, arguments);
  }
}
