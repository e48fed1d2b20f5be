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
    DotFigure figure =
        new DotFigure(ID, messages.text("whatif.effects.title"), table(result, predictions), style);
    List<EffectPrediction> shown =
        predictions.stream().filter(it -> it.change().isPresent()).toList();
    if (shown.isEmpty()) {
      String why =
          predictions.stream()
              .flatMap(it -> it.reason().stream())
              .findFirst()
              .map(reason -> reason(predictions, style))
              .orElse(messages.text("whatif.effects.none"));
      return figure.none(why);
    }
    MarkGrid grid =
        MarkGrid.of(
            result.dataset().value(),
            shown.stream().map(it -> name(result, it, style).whole()).toList(),
            shown.stream().map(it -> mark(result, it, style)).toList(),
            style);
    String axisTitle = messages.text("whatif.effects.axis");
    int models = shown.stream().mapToInt(EffectPrediction::models).max().orElse(0);
    int datasets = shown.stream().mapToInt(EffectPrediction::datasets).max().orElse(0);
    return figure.grouped(
        shown.stream().map(it -> name(result, it, style)).toList(),
        grid,
        messages.text("whatif.effects.subtitle", models, datasets),
        axisTitle,
        DotFrame::plot);
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
            name(result, it, style).whole(),
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

  private static ComparedRows.Name name(
      WhatIfResult result, EffectPrediction it, ChartStyle style) {
    String test =
        LexiconNames.of(result, style)
            .test(it.test(), result.associations().stream().map(AssociationChange::raw).toList());
    return new ComparedRows.Name(test, style.order(it.order()));
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
