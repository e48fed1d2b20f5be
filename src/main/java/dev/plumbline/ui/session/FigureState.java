package dev.plumbline.ui.session;

import dev.plumbline.report.Figure;

/// What a card for a chart shows.
public sealed interface FigureState {
  /// Nothing yet, and nothing to say.
  record Waiting() implements FigureState {}

  /// A chart.
  record Shown(Figure figure) implements FigureState {}

  /// A sentence in place of the chart: what is missing.
  record Missing(String sentence) implements FigureState {}
}
