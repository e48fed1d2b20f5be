package dev.plumbline.report;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.composition.WeightedAssociation;
import dev.plumbline.composition.WeightedMentions;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.Interval;
import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/// Do the weights change who goes with what in the captions? The log odds ratio of each test among
/// the kept rows with equal weights and with the weights found, with intervals.
public final class WeightedAssociationDots {
  private static final String ID = "mix-associations";

  private WeightedAssociationDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(WhatIfResult result, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("mix.associations.title");
    List<WeightedAssociation> all =
        result.weighted().map(WeightedMentions::associations).orElse(List.of());
    FigureTable table = table(result, all);
    List<WeightedAssociation> shown =
        all.stream()
            .filter(it -> it.kept().logOddsRatio().isPresent() || it.logOddsRatio().isPresent())
            .toList();
    if (shown.isEmpty()) {
      return Figures.sentence(ID, title, why(result, all, style), table, style);
    }
    Color own = style.colours().of(result.dataset().value(), style.theme());
    MarkGrid grid =
        new MarkGrid(
            shown.stream().map(it -> AssociationChangeDots.name(result, it.kept(), style)).toList(),
            List.of(
                series(
                    result,
                    shown,
                    "mix.before",
                    style.theme().muted(),
                    it -> new Ratio(it.kept().logOddsRatio(), it.kept().interval()),
                    style),
                series(
                    result,
                    shown,
                    "mix.after",
                    own,
                    it -> new Ratio(it.logOddsRatio(), it.interval()),
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

  /// A log odds ratio and its interval.
  private record Ratio(OptionalDouble value, Optional<Interval> interval) {}

  private static String why(WhatIfResult result, List<WeightedAssociation> all, ChartStyle style) {
    if (result.weighted().isEmpty()) {
      return MixDots.why(result, style).orElse("");
    }
    return all.stream()
        .flatMap(it -> it.kept().reason().stream())
        .findFirst()
        .orElse(style.messages().text("caption.none"));
  }

  private static MarkGrid.Series series(
      WhatIfResult result,
      List<WeightedAssociation> shown,
      String key,
      Color color,
      Function<WeightedAssociation, Ratio> side,
      ChartStyle style) {
    String name = style.messages().text(key);
    return new MarkGrid.Series(
        new Subject.Dataset(result.dataset().value()),
        name,
        color,
        shown.stream()
            .map(it -> mark(result, it.kept(), side.apply(it), name, color, style))
            .toList());
  }

  private static Mark mark(
      WhatIfResult result,
      CaptionAssociation test,
      Ratio ratio,
      String side,
      Color color,
      ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String number = ratio.value().isPresent() ? numbers.signed(ratio.value().getAsDouble(), 2) : "";
    return new Mark(
        new Subject.Caption(result.dataset().value(), test.test()),
        color,
        ratio.value(),
        ratio.interval(),
        number,
        Tooltips.lines(
            AssociationChangeDots.name(result, test, style),
            side
                + " "
                + number
                + ratio.interval().map(it -> " " + numbers.interval(it, 2)).orElse("")));
  }

  private static FigureTable table(WhatIfResult result, List<WeightedAssociation> all) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "test",
            "before",
            "before_low",
            "before_high",
            "after",
            "after_low",
            "after_high",
            "change",
            "reason");
    for (WeightedAssociation it : all) {
      table.row(
          result.dataset(),
          it.kept().test(),
          it.kept().logOddsRatio(),
          FigureTable.low(it.kept().interval()),
          FigureTable.high(it.kept().interval()),
          it.logOddsRatio(),
          FigureTable.low(it.interval()),
          FigureTable.high(it.interval()),
          it.change(),
          it.kept().reason().orElse(""));
    }
    return table.table();
  }
}
