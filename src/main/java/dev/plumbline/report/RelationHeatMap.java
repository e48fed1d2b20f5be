package dev.plumbline.report;

import dev.plumbline.core.Order;
import dev.plumbline.relation.RelationCell;
import dev.plumbline.relation.RelationResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Where does bias go with performance? The correlation of each category and order: blue above
/// zero, vermilion below, bold where q < .05, blank where it is not defined.
public final class RelationHeatMap {
  private static final String ID = "relations";
  private static final double SIGNIFICANT = 0.05;

  private RelationHeatMap() {}

  /// The heat map, or the sentence that says why there is none.
  public static Figure of(RelationResult result, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("relations.title");
    FigureTable table = table(result);
    if (result.cells().stream().allMatch(cell -> cell.r().isEmpty())) {
      String why =
          result.cells().stream()
              .flatMap(cell -> cell.reason().stream())
              .findFirst()
              .map(messages::sentence)
              .orElseGet(() -> messages.text("scatter.none"));
      return Figures.sentence(ID, title, why, table, style);
    }
    Matrix matrix = matrix(result, style);
    return new Figure(
        ID,
        title,
        messages.text(
            "relations.subtitle",
            messages.text("method." + result.method().name()),
            result.performance(),
            result.metric()),
        MatrixFrame.chart(matrix, style),
        table,
        matrix.nativeTable(),
        style);
  }

  private static Matrix matrix(RelationResult result, ChartStyle style) {
    List<String> categories =
        result.cells().stream().map(RelationCell::category).distinct().toList();
    List<String> orders = orders(result);
    List<Matrix.Row> rows = new ArrayList<>();
    List<List<Matrix.Cell>> cells = new ArrayList<>();
    for (String category : categories) {
      rows.add(
          new Matrix.Row(style.names().category(category), Optional.empty(), Optional.empty()));
      cells.add(orders.stream().map(order -> cell(result, category, order, style)).toList());
    }
    List<String> names = orders.stream().map(style::order).toList();
    return new Matrix(rows, List.of(new Matrix.Group("", names)), cells, legend(result, style));
  }

  private static MatrixLegend legend(RelationResult result, ChartStyle style) {
    Messages messages = style.messages();
    NumberStyle numbers = style.numbers();
    boolean gap = result.cells().stream().anyMatch(cell -> cell.r().isEmpty());
    return new MatrixLegend(
        new MatrixLegend.Ends(numbers.decimal(-1, 0), "+" + numbers.decimal(1, 0)),
        messages.text("relations.legend.low"),
        messages.text("relations.legend.high"),
        messages.text("legend.q"),
        gap
            ? List.of(new MatrixLegend.Gap("", messages.text("relations.legend.empty")))
            : List.of(),
        messages.text("legend.unwritten"));
  }

  /// The four orders in their order, then others as read.
  private static List<String> orders(RelationResult result) {
    List<String> present = result.cells().stream().map(RelationCell::order).distinct().toList();
    List<String> orders = new ArrayList<>(Arrays.stream(Order.values()).map(Order::label).toList());
    orders.retainAll(present);
    present.stream().filter(it -> !orders.contains(it)).forEach(orders::add);
    return orders;
  }

  private static Matrix.Cell cell(
      RelationResult result, String category, String order, ChartStyle style) {
    Optional<RelationCell> found =
        result.cells().stream()
            .filter(it -> it.category().equals(category) && it.order().equals(order))
            .findFirst();
    OptionalDouble r = found.map(RelationCell::r).orElse(OptionalDouble.empty());
    OptionalDouble q = found.map(RelationCell::q).orElse(OptionalDouble.empty());
    return new Matrix.Cell(
        new Subject.Relation(category, order),
        r,
        r.isPresent() ? style.numbers().signedCorrelation(r.getAsDouble(), 2) : "",
        r.isPresent() ? style.numbers().signedCorrelation(r.getAsDouble(), 1) : "",
        q.isPresent() && q.getAsDouble() < SIGNIFICANT,
        r.isPresent() ? Optional.of(style.theme().diverging(r.getAsDouble())) : Optional.empty(),
        tooltip(category, order, found, style));
  }

  private static String tooltip(
      String category, String order, Optional<RelationCell> found, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String where = style.names().category(category) + " · " + style.order(order);
    if (found.isEmpty() || found.get().r().isEmpty()) {
      String reason =
          found
              .flatMap(RelationCell::reason)
              .orElseGet(() -> style.messages().text("cell.unmeasured"));
      return Tooltips.lines(where, reason);
    }
    RelationCell cell = found.get();
    return Tooltips.lines(
        where,
        "r = "
            + numbers.correlation(cell.r().getAsDouble())
            + cell.interval().map(it -> " " + numbers.correlationInterval(it)).orElse(""),
        (cell.p().isPresent() ? numbers.probability("p", cell.p().getAsDouble()) + "   " : "")
            + (cell.q().isPresent() ? numbers.probability("q", cell.q().getAsDouble()) : ""),
        style.messages().text("relations.tooltip.n", cell.n(), cell.models()));
  }

  private static FigureTable table(RelationResult result) {
    FigureTable.Builder table =
        FigureTable.columns(
            "category",
            "order",
            "dataset",
            "metric",
            "method",
            "n",
            "models",
            "r",
            "low",
            "high",
            "p",
            "q",
            "reason");
    for (RelationCell cell : result.cells()) {
      table.row(
          cell.category(),
          cell.order(),
          result.performance(),
          result.metric(),
          result.method().label(),
          cell.n(),
          cell.models(),
          cell.r(),
          FigureTable.low(cell.interval()),
          FigureTable.high(cell.interval()),
          cell.p(),
          cell.q(),
          cell.reason().orElse(""));
    }
    return table.table();
  }
}
