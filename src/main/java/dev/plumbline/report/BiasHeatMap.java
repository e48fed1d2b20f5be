package dev.plumbline.report;

import dev.plumbline.association.AssociationResult;
import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.Multiplicity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Which models carry which bias? d of each model in each test and order: blue where X goes with A,
/// vermilion where X goes with B, bold and dotted where q < .05, crossed out where it was not
/// measured; q is that of the rows, however they were adjusted.
public final class BiasHeatMap {
  private static final String ID = "bias";
  private static final double SIGNIFICANT = 0.05;

  /// |d| drawn in the full colour; d lies within about ±2 by definition.
  private static final double FULL = 2;

  private BiasHeatMap() {}

  /// The heat map of rows adjusted by Benjamini–Hochberg, as a run leaves them.
  public static Figure of(List<BiasRow> rows, List<ModelFacts> models, ChartStyle style) {
    return of(rows, models, Multiplicity.BENJAMINI_HOCHBERG, style);
  }

  /// The heat map, or the sentence that says why there is none.
  ///
  /// @param adjustment how the q of the rows was adjusted
  public static Figure of(
      List<BiasRow> rows, List<ModelFacts> models, Multiplicity adjustment, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("bias.title");
    FigureTable table = BiasTable.of(rows, models);
    if (rows.stream().allMatch(row -> row.d().isEmpty())) {
      return Figures.sentence(ID, title, why(rows, messages), table, style);
    }
    Matrix matrix = matrix(rows, models, style);
    return new Figure(
        ID,
        title,
        messages.text("bias.subtitle", new BiasConditions(rows, style).line(adjustment)),
        MatrixFrame.chart(matrix, style),
        table,
        matrix.nativeTable(),
        style);
  }

  private static String why(List<BiasRow> rows, Messages messages) {
    return rows.stream()
        .map(BiasHeatMap::reason)
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> messages.text("bias.none"));
  }

  /// Why a row has no d.
  static Optional<String> reason(BiasRow row) {
    return row.skipped()
        .or(
            () ->
                row.result()
                    .filter(AssociationResult.Undefined.class::isInstance)
                    .map(AssociationResult.Undefined.class::cast)
                    .map(AssociationResult.Undefined::reason));
  }

  private record Column(TestId test, Order order) {}

  private static Matrix matrix(List<BiasRow> rows, List<ModelFacts> models, ChartStyle style) {
    FamilyMarkers facts = new FamilyMarkers(models);
    List<TestId> tests = rows.stream().map(BiasRow::test).distinct().toList();
    List<Column> columns = new ArrayList<>();
    List<Matrix.Group> groups = new ArrayList<>();
    for (TestId test : tests) {
      List<Order> orders =
          Stream.of(Order.values())
              .filter(
                  order ->
                      rows.stream().anyMatch(it -> it.test().equals(test) && it.order() == order))
              .toList();
      orders.forEach(order -> columns.add(new Column(test, order)));
      groups.add(
          new Matrix.Group(
              style.names().test(test.value()),
              orders.stream().map(order -> style.order(order.label())).toList()));
    }
    BiasIndex index = new BiasIndex(rows);
    List<Matrix.Row> names = new ArrayList<>();
    List<List<Matrix.Cell>> cells = new ArrayList<>();
    for (ModelId model : rows.stream().map(BiasRow::model).distinct().toList()) {
      Optional<String> dataset = facts.dataset(model);
      names.add(
          new Matrix.Row(
              model.value(),
              Optional.of(style.colour(dataset)),
              Optional.of(new Subject.Model(model, dataset))));
      cells.add(columns.stream().map(it -> cell(index, model, it, facts, style)).toList());
    }
    return new Matrix(names, groups, cells, legend(rows, style));
  }

  private static MatrixLegend legend(List<BiasRow> rows, ChartStyle style) {
    Messages messages = style.messages();
    NumberStyle numbers = style.numbers();
    return new MatrixLegend(
        new MatrixLegend.Ends(numbers.decimal(-FULL, 0), "+" + numbers.decimal(FULL, 0)),
        messages.text("bias.legend.low"),
        messages.text("bias.legend.high"),
        messages.text("legend.q"),
        gaps(rows, messages),
        messages.text("bias.legend.unwritten"));
  }

  /// Why cells are empty: the one reason, or how many there are.
  private static Optional<String> gaps(List<BiasRow> rows, Messages messages) {
    List<String> reasons = rows.stream().flatMap(row -> reason(row).stream()).distinct().toList();
    long cells = rows.stream().filter(row -> row.d().isEmpty()).count();
    return switch (reasons.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(messages.text("bias.legend.empty", cells, reasons.getFirst()));
      default -> Optional.of(messages.text("bias.legend.reasons", cells, reasons.size()));
    };
  }

  private static Matrix.Cell cell(
      BiasIndex rows, ModelId model, Column column, FamilyMarkers facts, ChartStyle style) {
    Optional<BiasRow> row = rows.find(model, column.test().value(), column.order().label());
    OptionalDouble d = row.map(BiasRow::d).orElse(OptionalDouble.empty());
    OptionalDouble q = row.map(BiasRow::q).orElse(OptionalDouble.empty());
    String category = row.map(BiasRow::category).orElse("");
    return new Matrix.Cell(
        new Subject.Effect(
            model, facts.dataset(model), column.test().value(), category, column.order().label()),
        d,
        d.isPresent() ? style.numbers().signed(d.getAsDouble(), 2) : "",
        d.isPresent() ? style.numbers().decimal(d.getAsDouble(), 1) : "",
        q.isPresent() && q.getAsDouble() < SIGNIFICANT,
        d.isPresent()
            ? Optional.of(style.theme().diverging(d.getAsDouble() / FULL))
            : Optional.empty(),
        tooltip(model, column, row, facts, style));
  }

  private static String tooltip(
      ModelId model, Column column, Optional<BiasRow> row, FamilyMarkers facts, ChartStyle style) {
    String where =
        style.names().test(column.test().value()) + " · " + style.order(column.order().label());
    Optional<String> effect = row.flatMap(it -> Tooltips.effect(it, style));
    if (effect.isEmpty()) {
      String reason =
          row.flatMap(BiasHeatMap::reason)
              .orElseGet(() -> style.messages().text("cell.unmeasured"));
      return Tooltips.lines(model.value(), where, reason);
    }
    return Tooltips.lines(
        model.value(),
        where,
        effect.get(),
        Tooltips.stimuli(row.get(), style),
        Tooltips.trained(facts.dataset(model), facts.family(model), style));
  }
}
