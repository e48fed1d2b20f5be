package dev.plumbline.report;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.WhatIfResult;
import java.awt.Color;
import java.util.List;
import java.util.function.Function;

/// Log odds ratios of a lexicon's tests before and after something is done to a manifest's rows,
/// one row a test.
///
/// @param result whose tests
/// @param figure what is drawn
/// @param sides names of before and after
record RatioSides(WhatIfResult result, DotFigure figure, Sides sides) {
  /// A test.
  ///
  /// @param test its lists, and the reason where it is not defined
  record Row(CaptionAssociation test, Side before, Side after) {
    private boolean isDefined() {
      return before.ratio.value().isPresent() || after.ratio.value().isPresent();
    }
  }

  /// A test on one side.
  ///
  /// @param counts the rows behind it in words, may be empty
  record Side(Ratio ratio, String counts) {}

  /// The dots, or the first reason why there are none.
  Figure of(List<Row> rows) {
    List<Row> shown = rows.stream().filter(Row::isDefined).toList();
    if (shown.isEmpty()) {
      return figure.none(
          rows.stream()
              .flatMap(row -> row.test().reason().stream())
              .findFirst()
              .map(figure.style().messages()::sentence)
              .orElse(figure.style().messages().text("caption.none")));
    }
    MarkGrid grid =
        new MarkGrid(
            shown.stream().map(this::name).toList(),
            sides.series(shown, drawn(Row::before), drawn(Row::after)));
    return Ratio.figure(figure, grid);
  }

  private String name(Row row) {
    return LexiconNames.of(result, figure.style()).test(row.test());
  }

  private Sides.Side<Row> drawn(Function<Row, Side> side) {
    return (row, name, color) -> mark(row, side.apply(row), name, color);
  }

  private Mark mark(Row row, Side side, String name, Color color) {
    NumberStyle numbers = figure.style().numbers();
    return side.ratio()
        .mark(
            new Subject.Caption(result.dataset().value(), row.test().test()),
            color,
            Tooltips.lines(name(row), name + " " + side.ratio().words(numbers), side.counts()),
            numbers);
  }
}
