package dev.plumbline.report;

import dev.plumbline.composition.AssociationChange;
import dev.plumbline.composition.WhatIfResult;
import dev.plumbline.relation.EffectPrediction;
import java.util.List;

/// By how much would d change in a model trained on the kept rows? One dot a test and order, with
/// its prediction interval; refused predictions stand in the table with their reason.
public final class PredictedChangeDots {
  private static final String ID = "what-if-effects";

  private PredictedChangeDots() {}

  /// The dots, or the sentence that says why there are none.
  public static Figure of(
      WhatIfResult result, List<EffectPrediction> predictions, ChartStyle style) {
    Messages messages = style.messages();
    String title = messages.text("whatif.effects.title");
    FigureTable table = table(result, predictions);
    List<EffectPrediction> shown =
        predictions.stream().filter(it -> it.change().isPresent()).toList();
    if (shown.isEmpty()) {
      String why =
          predictions.stream()
              .flatMap(it -> it.reason().stream())
              .findFirst()
              .map(reason -> reason(predictions, style))
              .orElse(messages.text("whatif.effects.none"));
      return Figures.sentence(ID, title, why, table, style);
    }
    MarkGrid grid =
        new MarkGrid(
            shown.stream().map(it -> name(result, it, style)).toList(),
            List.of(
                new MarkGrid.Series(
                    new Subject.Dataset(result.dataset().value()),
                    result.dataset().value(),
                    style.colours().of(result.dataset().value(), style.theme()),
                    shown.stream().map(it -> mark(result, it, style)).toList())));
    String axisTitle = messages.text("whatif.effects.axis");
    CategoryFrame frame = CategoryFrame.of(grid, false, style, axisTitle);
    int models = shown.stream().mapToInt(EffectPrediction::models).max().orElse(0);
    int datasets = shown.stream().mapToInt(EffectPrediction::datasets).max().orElse(0);
    return new Figure(
        ID,
        title,
        messages.text("whatif.effects.subtitle", models, datasets),
        frame.chart(DotFrame.plot(frame, axisTitle)),
        table,
        new NativeChart.Bars(axisTitle, false, grid),
        style);
  }

  /// Why nothing is predicted, in the reader's language.
  private static String reason(List<EffectPrediction> predictions, ChartStyle style) {
    int models = predictions.stream().mapToInt(EffectPrediction::models).max().orElse(0);
    int datasets = predictions.stream().mapToInt(EffectPrediction::datasets).max().orElse(0);
    return style.messages().text("whatif.effects.refused", models, datasets);
  }

  private static Mark mark(WhatIfResult result, EffectPrediction it, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String value = numbers.signed(it.change().orElseThrow(), 2);
    return new Mark(
        new Subject.Caption(result.dataset().value(), it.test()),
        style.colours().of(result.dataset().value(), style.theme()),
        it.change(),
        it.interval(),
        value,
        Tooltips.lines(
            name(result, it, style),
            value + it.interval().map(each -> " " + numbers.interval(each, 2)).orElse(""),
            style
                .messages()
                .text(
                    "whatif.effects.tooltip",
                    it.models(),
                    it.datasets(),
                    numbers.signed(it.slope().orElseThrow(), 2)),
            it.extrapolated() ? style.messages().text("whatif.effects.extrapolated") : ""));
  }

  private static String name(WhatIfResult result, EffectPrediction it, ChartStyle style) {
    String test =
        result.associations().stream()
            .map(AssociationChange::raw)
            .filter(raw -> raw.test().equals(it.test()))
            .findFirst()
            .map(raw -> AssociationChangeDots.name(result, raw, style))
            .orElse(it.test().value());
    return test + " · " + style.order(it.order());
  }

  private static FigureTable table(WhatIfResult result, List<EffectPrediction> predictions) {
    FigureTable.Builder table =
        FigureTable.columns(
            "dataset",
            "test",
            "order",
            "models",
            "manifests",
            "slope",
            "change",
            "low",
            "high",
            "extrapolated",
            "reason");
    for (EffectPrediction it : predictions) {
      table.row(
          result.dataset(),
          it.test(),
          it.order(),
          it.models(),
          it.datasets(),
          it.slope(),
          it.change(),
          FigureTable.low(it.interval()),
          FigureTable.high(it.interval()),
          it.extrapolated(),
          it.reason().orElse(""));
    }
    return table.table();
  }
}
