package dev.plumbline.report;

import dev.plumbline.composition.SampleBasis;
import dev.plumbline.core.Interval;
import java.util.Optional;

/// How a chart says that it shows a sample.
final class EstimateLabels {
  private EstimateLabels() {}

  /// What the estimate rests on.
  static String subtitle(SampleBasis basis, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    if (!basis.random() || basis.of().isEmpty()) {
      return style
          .messages()
          .text(
              "composition.estimate.first",
              numbers.count(basis.rows()),
              numbers.count(basis.blocks()));
    }
    String key = basis.counted() ? "composition.estimate" : "composition.estimate.about";
    return style
        .messages()
        .text(key, numbers.count(basis.rows()), numbers.count(basis.of().getAsLong()));
  }

  /// Further lines of a bar's tooltip.
  static String tooltip(SampleBasis basis, Optional<Interval> interval, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    String rows = numbers.count(basis.rows());
    return interval
        .map(
            it ->
                style
                    .messages()
                    .text(
                        "composition.estimate.tooltip",
                        rows,
                        numbers.percent(it.low()),
                        numbers.percent(it.high())))
        .orElseGet(() -> style.messages().text("composition.estimate.bare", rows));
  }
}
