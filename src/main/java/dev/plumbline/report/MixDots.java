package dev.plumbline.report;

import dev.plumbline.composition.Reweighting;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.Interval;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Do weights reach the mix that is wanted? The share of each group with equal weights and with the
/// weights found; where a target is missed, the target too.
public final class MixDots {
  private static final String ID = "mix-targets";
  private static final double PERCENT = 100;

  private MixDots() {}

  /// A share that may have an interval.
  private record Share(double value, Optional<Interval> interval) {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(WhatIfResult result, ChartStyle style) {
    Messages messages = style.messages();
    DotFigure figure = new DotFigure(ID, messages.text("mix.targets.title"), table(result), style);
    Optional<Reweighting> found = result.reweighting();
    Optional<String> why = why(result, style);
    if (why.isPresent()) {
      return figure.none(why.get());
    }
    Reweighting weights = found.orElseThrow();
    Sides sides = new Sides(result.dataset().value(), "mix.before", "mix.after", style);
    List<MarkGrid.Series> series =
        new ArrayList<>(
            sides.series(
                weights.groups(),
                drawn(result, it -> new Share(it.before(), Optional.of(it.raw().wilson())), style),
                drawn(result, it -> new Share(it.after(), Optional.empty()), style)));
    if (weights.groups().stream().anyMatch(Reweighting.Group::missed)) {
      series.add(
          sides.series(
              "mix.wanted",
              style.theme().text(),
              weights.groups(),
              drawn(
                  result,
                  it -> new Share(it.missed() ? it.target().share() : Double.NaN, Optional.empty()),
                  style)));
    }
    MarkGrid grid =
        new MarkGrid(weights.groups().stream().map(it -> name(result, it, style)).toList(), series);
    String axisTitle = messages.text("mix.targets.axis");
    return figure.of(grid, subtitle(weights, style), axisTitle, DotFrame::shares);
  }

  private static String subtitle(Reweighting weights, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    Messages messages = style.messages();
    String settled =
        weights.rounds().isPresent()
            ? messages.text("mix.settled", numbers.count(weights.rounds().getAsInt()))
            : messages.text("mix.unsettled");
    boolean missed = weights.groups().stream().anyMatch(Reweighting.Group::missed);
    double points = PERCENT * weights.deviation().orElseThrow();
    String off =
        missed
            ? messages.text("mix.off", numbers.decimal(points, points < 0.1 ? 4 : 1))
            : messages.text("mix.reached");
    return messages.text("mix.targets.subtitle", numbers.count(weights.rows()), settled, off);
  }

  /// Why there are no weights, if there are none.
  static Optional<String> why(WhatIfResult result, ChartStyle style) {
    return result.reweighting().isEmpty()
        ? Optional.of(style.messages().text("mix.none"))
        : result.reweighting().get().refusal().map(found -> refusal(found, result, style));
  }

  /// Why there are no weights, in the reader's language.
  public static String refusal(Reweighting.Refusal why, WhatIfResult result, ChartStyle style) {
    String groups =
        why.groups().stream()
            .map(group -> LexiconNames.of(result, style).list(group))
            .collect(Collectors.joining(", "));
    return style.messages().text("mix.refused." + why.id(), groups);
  }

  private static Sides.Side<Reweighting.Group> drawn(
      WhatIfResult result, Function<Reweighting.Group, Share> share, ChartStyle style) {
    return (group, side, color) -> mark(result, group, side, color, share.apply(group), style);
  }

  private static Mark mark(
      WhatIfResult result,
      Reweighting.Group group,
      String side,
      Color color,
      Share share,
      ChartStyle style) {
    NumberStyle numbers = style.numbers();
    boolean there = Double.isFinite(share.value());
    Optional<Interval> interval = share.interval().map(Percents::of);
    return new Mark(
        new Subject.Dataset(result.dataset().value()),
        color,
        there ? OptionalDouble.of(PERCENT * share.value()) : OptionalDouble.empty(),
        interval,
        there ? numbers.decimal(PERCENT * share.value(), 1) : "",
        Tooltips.lines(
            name(result, group, style),
            side
                + " "
                + (there ? numbers.percent(share.value()) : "")
                + interval.map(it -> " " + numbers.interval(it, 1)).orElse(""),
            style.messages().text("mix.wanted") + " " + numbers.percent(group.target().share())));
  }

  /// The group's name in the reader's language.
  private static String name(WhatIfResult result, Reweighting.Group group, ChartStyle style) {
    return LexiconNames.of(result, style).list(group.target().label());
  }

  private static FigureTable table(WhatIfResult result) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "group",
            "condition",
            "rows",
            "before",
            "low",
            "high",
            "wanted",
            "after",
            "missed");
    result
        .reweighting()
        .ifPresent(
            weights ->
                weights
                    .groups()
                    .forEach(
                        group ->
                            table.row(
                                result.dataset(),
                                group.target().label(),
                                group.target().condition(),
                                group.raw().count(),
                                OptionalDouble.of(group.before()),
                                OptionalDouble.of(group.raw().wilson().low()),
                                OptionalDouble.of(group.raw().wilson().high()),
                                OptionalDouble.of(group.target().share()),
                                OptionalDouble.of(group.after()),
                                group.missed())));
    return table.table();
  }
}
