package dev.plumbline.report;

import dev.plumbline.composition.Reweighting;
import dev.plumbline.composition.WhatIfResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/// Which rows weigh how much? One dot a cell of rows that are in the same groups, most frequent
/// cells first.
public final class WeightDots {
  private static final String ID = "mix-weights";
  private static final int MOST_SHOWN = 24;

  private WeightDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(WhatIfResult result, ChartStyle style) {
    Messages messages = style.messages();
    DotFigure figure = new DotFigure(ID, messages.text("mix.weights.title"), table(result), style);
    List<Reweighting.Cell> cells = result.reweighting().map(Reweighting::cells).orElse(List.of());
    if (cells.isEmpty()) {
      return figure.none(MixDots.why(result, style).orElse(""));
    }
    List<Reweighting.Cell> shown = cells.stream().limit(MOST_SHOWN).toList();
    MarkGrid grid =
        MarkGrid.of(
            result.dataset().value(),
            shown.stream().map(cell -> name(result, cell, style)).toList(),
            shown.stream().map(cell -> mark(result, cell, style)).toList(),
            style);
    String axisTitle = messages.text("mix.weights.axis");
    return figure.of(
        grid,
        messages.text(
            "mix.weights.subtitle",
            style.numbers().count(shown.size()),
            style.numbers().count(cells.size())),
        axisTitle,
        DotFrame::unsigned);
  }

  private static Mark mark(WhatIfResult result, Reweighting.Cell cell, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String weight = numbers.decimal(cell.weight(), 2);
    return new Mark(
        new Subject.Dataset(result.dataset().value()),
        style.colours().of(result.dataset().value(), style.theme()),
        OptionalDouble.of(cell.weight()),
        Optional.empty(),
        weight,
        Tooltips.lines(
            name(result, cell, style),
            style.messages().text("mix.weights.tooltip", numbers.count(cell.rows()), weight),
            cell.capped() ? style.messages().text("mix.weights.capped") : ""));
  }

  private static String name(WhatIfResult result, Reweighting.Cell cell, ChartStyle style) {
    return cell.groups().isEmpty()
        ? style.messages().text("mix.weights.nothing")
        : cell.groups().stream()
            .map(group -> LexiconNames.of(result, style).list(group))
            .collect(Collectors.joining(" + "));
  }

  private static FigureTable table(WhatIfResult result) {
    FigureTable.Builder table =
        FigureTable.columns("dataset", "groups", "rows", "weight", "capped");
    result
        .reweighting()
        .ifPresent(
            weights ->
                weights
                    .cells()
                    .forEach(
                        cell ->
                            table.row(
                                result.dataset(),
                                String.join(" + ", cell.groups()),
                                cell.rows(),
                                OptionalDouble.of(cell.weight()),
                                cell.capped())));
    return table.table();
  }
}
