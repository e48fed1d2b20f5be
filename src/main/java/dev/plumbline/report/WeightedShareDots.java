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
    String title = messages.text("mix.lists.title");
    List<WeightedShare> all = result.weighted().map(WeightedMentions::lists).orElse(List.of());
    FigureTable table = table(result, all);
    List<WeightedShare> shown =
        all.stream().filter(share -> share.before().count() >= FEWEST).toList();
    if (shown.isEmpty()) {
      String why = MixDots.why(result, style).orElse(messages.text("whatif.groups.none"));
      return Figures.sentence(ID, title, why, table, style);
    }
    String before = messages.text("mix.before");
    String after = messages.text("mix.after");
    Color own = style.colours().of(result.dataset().value(), style.theme());
    MarkGrid grid =
        new MarkGrid(
            shown.stream().map(share -> RetentionDots.name(result, share.name(), style)).toList(),
            List.of(
                new MarkGrid.Series(
                    new Subject.Dataset(result.dataset().value()),
                    before,
                    style.theme().muted(),
                    shown.stream()
                        .map(
                            it ->
                                mark(
                                    result,
                                    it.name(),
                                    before,
                                    style.theme().muted(),
                                    it.before().share(),
                                    Optional.of(it.before().wilson()),
                                    style))
                        .toList()),
                new MarkGrid.Series(
                    new Subject.Dataset(result.dataset().value()),
                    after,
                    own,
                    shown.stream()
                        .map(
                            it ->
                                mark(
                                    result,
                                    it.name(),
                                    after,
                                    own,
                                    it.after(),
                                    it.interval(),
                                    style))
                        .toList())));
    String axisTitle = messages.text("mix.targets.axis");
    CategoryFrame frame = CategoryFrame.of(grid, false, style, axisTitle);
    return new Figure(
        ID,
        title,
        messages.text("mix.lists.subtitle", style.numbers().count(result.kept())),
        frame.chart(DotFrame.shares(frame, axisTitle)),
        table,
        new NativeChart.Bars(axisTitle, false, grid),
        style);
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
            RetentionDots.name(result, list, style),
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
