package dev.plumbline.report;

import dev.plumbline.composition.Retention;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.core.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Of whom does a filter keep more or less? For each term list its kept/raw ratio against that of
/// all rows, as a difference in per cent, with its interval; left of zero the filter makes the
/// group rarer.
///
/// Groups with fewer than 10 rows before filtering stand in the table only.
public final class RetentionDots {
  private static final String ID = "what-if-groups";
  private static final long FEWEST = 10;
  private static final double PERCENT = 100;

  private RetentionDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(WhatIfResult result, ChartStyle style) {
    Messages messages = style.messages();
    DotFigure figure =
        new DotFigure(ID, messages.text("whatif.groups.title"), table(result), style);
    List<Retention> shown =
        result.groups().stream()
            .filter(group -> group.raw() >= FEWEST && group.relative().isPresent())
            .toList();
    if (shown.isEmpty()) {
      String why = result.kept() == 0 ? "whatif.nothing" : "whatif.groups.none";
      return figure.none(messages.text(why));
    }
    MarkGrid grid =
        MarkGrid.of(
            result.dataset().value(),
            shown.stream().map(group -> LexiconNames.of(result, style).list(group.name())).toList(),
            shown.stream().map(group -> mark(result, group, style)).toList(),
            style);
    String axisTitle = messages.text("whatif.groups.axis");
    return figure.of(
        grid,
        subtitle(result, shown.size(), style),
        axisTitle,
        (frame, name) -> DotFrame.from(-PERCENT, frame, name));
  }

  private static String subtitle(WhatIfResult result, int shown, ChartStyle style) {
    String text =
        style
            .messages()
            .text(
                "whatif.groups.subtitle",
                style.numbers().count(result.kept()),
                style.numbers().count(result.used()));
    int left = result.groups().size() - shown;
    return left == 0 ? text : text + style.messages().text("whatif.groups.left", left);
  }

  private static Mark mark(WhatIfResult result, Retention group, ChartStyle style) {
    String dataset = result.dataset().value();
    NumberStyle numbers = style.numbers();
    double percent = PERCENT * (group.relative().orElseThrow() - 1);
    Optional<Interval> interval =
        group
            .relativeInterval()
            .map(
                it ->
                    new Interval(
                        PERCENT * (it.low() - 1),
                        PERCENT * (it.high() - 1),
                        it.level(),
                        it.method()));
    String label = numbers.signed(percent, 1) + " %";
    String tooltip =
        Tooltips.lines(
            LexiconNames.of(result, style).list(group.name()),
            label + interval.map(it -> " " + numbers.interval(it, 1)).orElse(""),
            style
                .messages()
                .text(
                    "whatif.groups.tooltip",
                    numbers.count(group.kept()),
                    numbers.count(group.raw()),
                    numbers.percent(group.share().orElseThrow()),
                    group
                        .shareInterval()
                        .map(it -> numbers.percent(it.low()) + " – " + numbers.percent(it.high()))
                        .orElse("")));
    return new Mark(
        new Subject.Mention(dataset, group.name()),
        style.colours().of(dataset, style.theme()),
        OptionalDouble.of(percent),
        interval,
        label,
        tooltip);
  }

  private static FigureTable table(WhatIfResult result) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "list",
            "term",
            "raw",
            "kept",
            "share",
            "share_low",
            "share_high",
            "relative",
            "low",
            "high",
            "reason");
    for (Retention group : result.groups()) {
      row(table, result, group.name(), "", group);
      List<Retention> terms = result.terms().getOrDefault(group.name(), new ArrayList<>());
      terms.forEach(term -> row(table, result, group.name(), term.name(), term));
    }
    return table.table();
  }

  private static void row(
      FigureTable.Builder table, WhatIfResult result, String list, String term, Retention it) {
    table.row(
        result.dataset(),
        list,
        term,
        it.raw(),
        it.kept(),
        it.share(),
        FigureTable.low(it.shareInterval()),
        FigureTable.high(it.shareInterval()),
        it.relative(),
        FigureTable.low(it.relativeInterval()),
        FigureTable.high(it.relativeInterval()),
        it.reason().orElse(""));
  }
}
