package dev.plumbline.report;

import dev.plumbline.composition.AssociationChange;
import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.WhatIfResult;
import java.awt.Color;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Does a filter change who goes with what in the captions? The log odds ratio of each test before
/// and after, with intervals.
public final class AssociationChangeDots {
  private static final String ID = "what-if-associations";

  private AssociationChangeDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(WhatIfResult result, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("whatif.associations.title");
    FigureTable table = table(result);
    List<AssociationChange> shown =
        result.associations().stream()
            .filter(
                change ->
                    change.raw().logOddsRatio().isPresent()
                        || change.kept().logOddsRatio().isPresent())
            .toList();
    if (shown.isEmpty()) {
      String why =
          result.associations().stream()
              .flatMap(change -> change.raw().reason().stream())
              .findFirst()
              .orElse(messages.text("caption.none"));
      return Figures.sentence(ID, title, why, table, style);
    }
    MarkGrid grid =
        new MarkGrid(
            shown.stream().map(change -> name(result, change.raw(), style)).toList(),
            List.of(
                series(
                    result,
                    shown,
                    "whatif.before",
                    style.theme().muted(),
                    AssociationChange::raw,
                    style),
                series(
                    result,
                    shown,
                    "whatif.after",
                    style.colours().of(result.dataset().value(), style.theme()),
                    AssociationChange::kept,
                    style)));
    String axisTitle = messages.text("caption.axis");
    CategoryFrame frame = CategoryFrame.of(grid, false, style, axisTitle);
    return new Figure(
        ID,
        title,
        messages.text("caption.subtitle"),
        frame.chart(DotFrame.plot(frame, axisTitle)),
        table,
        new NativeChart.Bars(axisTitle, false, grid),
        style);
  }

  private static MarkGrid.Series series(
      WhatIfResult result,
      List<AssociationChange> shown,
      String key,
      Color color,
      Function<AssociationChange, CaptionAssociation> side,
      ChartStyle style) {
    String name = style.messages().text(key);
    return new MarkGrid.Series(
        new Subject.Dataset(result.dataset().value()),
        name,
        color,
        shown.stream()
            .map(change -> mark(result, side.apply(change), name, color, style))
            .toList());
  }

  private static Mark mark(
      WhatIfResult result, CaptionAssociation it, String side, Color color, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    OptionalDouble value = it.logOddsRatio();
    String number = value.isPresent() ? numbers.signed(value.getAsDouble(), 2) : "";
    return new Mark(
        new Subject.Caption(result.dataset().value(), it.test()),
        color,
        value,
        it.interval(),
        number,
        Tooltips.lines(
            name(result, it, style),
            side
                + " "
                + number
                + it.interval().map(each -> " " + numbers.interval(each, 2)).orElse(""),
            style
                .messages()
                .text(
                    "caption.tooltip.counts",
                    numbers.count(it.xa()),
                    numbers.count(it.xb()),
                    numbers.count(it.ya()),
                    numbers.count(it.yb()),
                    numbers.count(it.overlap()))));
  }

  static String name(WhatIfResult result, CaptionAssociation it, ChartStyle style) {
    return style.names().tests().containsKey(it.test().value())
        ? style.names().test(it.test().value())
        : style
            .messages()
            .text(
                "caption.test",
                RetentionDots.name(result, it.x(), style),
                RetentionDots.name(result, it.y(), style),
                RetentionDots.name(result, it.a(), style),
                RetentionDots.name(result, it.b(), style));
  }

  private static FigureTable table(WhatIfResult result) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "test",
            "side",
            "xa",
            "xb",
            "ya",
            "yb",
            "overlap",
            "log_odds_ratio",
            "low",
            "high",
            "change",
            "reason");
    for (AssociationChange change : result.associations()) {
      row(table, result, change, change.raw(), "raw");
      row(table, result, change, change.kept(), "kept");
    }
    return table.table();
  }

  private static void row(
      FigureTable.Builder table,
      WhatIfResult result,
      AssociationChange change,
      CaptionAssociation it,
      String side) {
    table.row(
        result.dataset(),
        it.test(),
        side,
        it.xa(),
        it.xb(),
        it.ya(),
        it.yb(),
        it.overlap(),
        it.logOddsRatio(),
        FigureTable.low(it.interval()),
        FigureTable.high(it.interval()),
        change.change(),
        it.reason().orElse(""));
  }
}
