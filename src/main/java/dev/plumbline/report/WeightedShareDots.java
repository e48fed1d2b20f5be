package dev.plumbline.report;

import dev.plumbline.composition.WeightedMentions;
import dev.plumbline.composition.WeightedShare;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.Interval;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Whom else do the weights make rarer or more frequent? The share of each term list among the kept
/// rows with equal weights and with the weights found, with intervals.
///
/// Lists that fewer than 10 kept rows mention stand in the table only.
public final class WeightedShareDots {
  private static final String ID = "mix-lists";
  private static final long FEWEST = 10;
  private static final double PERCENT = 100;

  private WeightedShareDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(WhatIfResult result, ChartStyle style) {
    Messages messages = style.messages();
    List<WeightedShare> all = result.weighted().map(WeightedMentions::lists).orElse(List.of());
    DotFigure figure =
        new DotFigure(ID, messages.text("mix.lists.title"), table(result, all), style);
    List<WeightedShare> shown =
        all.stream().filter(share -> share.before().count() >= FEWEST).toList();
    if (shown.isEmpty()) {
      String why = MixDots.why(result, style).orElse(messages.text("whatif.groups.none"));
      return figure.none(why);
    }
    MarkGrid grid =
        new MarkGrid(
            shown.stream().map(it -> LexiconNames.of(result, style).list(it.name())).toList(),
            new Sides(result.dataset().value(), "mix.before", "mix.after", style)
                .series(
                    shown,
                    (it, side, color) ->
                        mark(
                            result,
                            it.name(),
                            side,
                            color,
                            it.before().share(),
                            Optional.of(it.before().wilson()),
                            style),
                    (it, side, color) ->
                        mark(result, it.name(), side, color, it.after(), it.interval(), style)));
    String axisTitle = messages.text("mix.targets.axis");
    return figure.of(
        grid,
        messages.text("mix.lists.subtitle", style.numbers().count(result.kept())),
        axisTitle,
        DotFrame::shares);
  }

  private static Mark mark(
      WhatIfResult result,
      String list,
      String side,
      Color color,
      double share,
      Optional<Interval> interval,
      ChartStyle style) {
    NumberStyle numbers = style.numbers();
    return new Mark(
        new Subject.Mention(result.dataset().value(), list),
        color,
        OptionalDouble.of(PERCENT * share),
        interval.map(Percents::of),
        numbers.decimal(PERCENT * share, 1),
        Tooltips.lines(
            LexiconNames.of(result, style).list(list),
            side
                + " "
                + numbers.percent(share)
                + interval
                    .map(Percents::of)
                    .map(it -> " " + numbers.interval(it, 1) + " " + it.method())
                    .orElse("")));
  }

  private static FigureTable table(WhatIfResult result, List<WeightedShare> all) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "list",
            "rows",
            "before",
            "before_low",
            "before_high",
            "after",
            "after_low",
            "after_high");
    for (WeightedShare share : all) {
      table.row(
          result.dataset(),
          share.name(),
          share.before().count(),
          OptionalDouble.of(share.before().share()),
          OptionalDouble.of(share.before().wilson().low()),
          OptionalDouble.of(share.before().wilson().high()),
          OptionalDouble.of(share.after()),
          FigureTable.low(share.interval()),
          FigureTable.high(share.interval()));
    }
    return table.table();
  }
}
