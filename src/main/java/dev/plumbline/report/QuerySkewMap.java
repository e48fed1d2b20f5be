package dev.plumbline.report;

import dev.plumbline.association.QuerySkew;
import dev.plumbline.association.RetrievalResult;
import dev.plumbline.study.ModelFacts;
import dev.plumbline.study.RetrievalRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Which searches show whom too often? Skew@k of each value of one attribute for each query of one
/// model, the most skewed query first: blue where a value is shown too often, vermilion where too
/// seldom; dotted the value that is shown too often most. A value that is not among the first k has
/// no skew.
public final class QuerySkewMap {
  private static final String ID = "retrieval-queries";

  /// Skew drawn in the full colour: shown e times too often or too seldom.
  private static final double FULL = 1;

  private QuerySkewMap() {}

  /// The map, or the sentence that says why there is none.
  public static Figure of(RetrievalRow row, List<ModelFacts> models, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("query.title");
    FigureTable table = RetrievalTable.queries(row);
    if (row.result().isEmpty()) {
      return Figures.sentence(ID, title, row.skipped().orElse(""), table, style);
    }
    RetrievalResult result = row.result().get();
    Matrix matrix = matrix(row, result, models, style);
    return new Figure(
        ID,
        title,
        messages.text(
            "query.subtitle",
            row.model().value(),
            row.attribute(),
            style.numbers().count(result.k()),
            style.numbers().count(result.n()),
            messages.text("skew.desired." + result.settings().desired().name())),
        MatrixFrame.chart(matrix, style),
        table,
        matrix.nativeTable(),
        style);
  }

  private static Matrix matrix(
      RetrievalRow row, RetrievalResult result, List<ModelFacts> models, ChartStyle style) {
    Subject.Skew subject =
        new Subject.Skew(
            row.model(),
            new FamilyMarkers(models).dataset(row.model()),
            row.source(),
            row.attribute());
    List<QuerySkew> queries =
        result.queries().stream()
            .sorted(Comparator.comparingDouble(QuerySkew::maxSkew).reversed())
            .toList();
    List<Matrix.Row> rows = new ArrayList<>();
    List<List<Matrix.Cell>> cells = new ArrayList<>();
    for (QuerySkew query : queries) {
      rows.add(new Matrix.Row(query.query(), Optional.empty(), Optional.empty()));
      List<Matrix.Cell> line = new ArrayList<>();
      for (int v = 0; v < result.values().size(); v++) {
        line.add(cell(subject, result, query, v, style));
      }
      cells.add(line);
    }
    List<String> columns = new ArrayList<>();
    for (int v = 0; v < result.values().size(); v++) {
      columns.add(
          style
              .messages()
              .text(
                  "query.column",
                  result.values().get(v),
                  style.numbers().percent(result.desired().get(v))));
    }
    return new Matrix(
        rows,
        List.of(new Matrix.Group("", columns)),
        cells,
        legend(
            result,
            cells.stream().flatMap(List::stream).anyMatch(it -> it.fill().isEmpty()),
            style));
  }

  private static Matrix.Cell cell(
      Subject.Skew subject, RetrievalResult result, QuerySkew query, int value, ChartStyle style) {
    OptionalDouble skew = result.skew(query, value);
    NumberStyle numbers = style.numbers();
    return new Matrix.Cell(
        new Subject.Query(subject, query.query(), result.values().get(value)),
        skew,
        skew.isPresent() ? numbers.signed(skew.getAsDouble(), 2) : "0",
        skew.isPresent() ? numbers.signed(skew.getAsDouble(), 1) : "0",
        query.maxSkew() > 0 && result.most(query) == value,
        skew.isPresent()
            ? Optional.of(style.theme().diverging(Math.clamp(skew.getAsDouble() / FULL, -1.0, 1.0)))
            : Optional.empty(),
        Tooltips.lines(
            query.query(),
            style
                .messages()
                .text(
                    "skew.tooltip.shown",
                    result.values().get(value),
                    numbers.count(query.top().get(value)),
                    numbers.count(result.k()),
                    numbers.decimal(result.desired().get(value) * result.k(), 1)),
            skew.isPresent() ? "Skew@k " + numbers.signed(skew.getAsDouble(), 2) : "",
            "MaxSkew@k " + numbers.decimal(query.maxSkew(), 2),
            "NDKL " + numbers.decimal(query.ndkl(), 3)));
  }

  private static MatrixLegend legend(RetrievalResult result, boolean absent, ChartStyle style) {
    Messages messages = style.messages();
    NumberStyle numbers = style.numbers();
    return new MatrixLegend(
        new MatrixLegend.Ends(numbers.decimal(-FULL, 0), "+" + numbers.decimal(FULL, 0)),
        messages.text("query.legend.low"),
        messages.text("query.legend.high"),
        messages.text("query.legend.strong"),
        absent
            ? List.of(
                new MatrixLegend.Gap(
                    "0", messages.text("query.legend.absent", numbers.count(result.k()))))
            : List.of(),
        messages.text("query.legend.unwritten"));
  }
}
