package dev.plumbline.report;

import java.util.Locale;

/// A performance measure and how it is written.
///
/// @param dataset dataset or aggregate
/// @param metric its metric
public record Measure(String dataset, String metric) {

  /// Whether values are shares between 0 and 1, by the metric's name: accuracies and recalls.
  public boolean share() {
    String name = metric.toLowerCase(Locale.ROOT);
    return name.startsWith("acc") || name.contains("recall") || name.contains("accuracy");
  }

  /// A value with its unit: `99.0 %` or `0.31`.
  String write(double value, NumberStyle numbers) {
    return share() ? numbers.percent(value) : numbers.decimal(value, 3);
  }

  /// What a value is multiplied with to be drawn.
  double scale() {
    return share() ? 100 : 1;
  }

  /// Quantity and unit.
  String axisTitle(Messages messages) {
    return messages.text(share() ? "measure.percent" : "measure.plain", dataset, metric);
  }
}
