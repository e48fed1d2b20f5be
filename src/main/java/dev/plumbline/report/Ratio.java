package dev.plumbline.report;

import dev.plumbline.composition.CaptionAssociation;
import dev.plumbline.core.Interval;
import java.awt.Color;
import java.util.Optional;
import java.util.OptionalDouble;

/// A log odds ratio with its interval, as it is drawn and written.
///
/// @param value natural logarithm; empty where it is not defined
/// @param interval interval around it
record Ratio(OptionalDouble value, Optional<Interval> interval) {
  private static final int DECIMALS = 2;

  /// That of a caption association.
  static Ratio of(CaptionAssociation it) {
    return new Ratio(it.logOddsRatio(), it.interval());
  }

  /// The figure of dots at ratios.
  static Figure figure(DotFigure figure, MarkGrid grid) {
    Messages messages = figure.style().messages();
    return figure.of(
        grid, messages.text("caption.subtitle"), messages.text("caption.axis"), DotFrame::plot);
  }

  /// Its dot.
  Mark mark(Subject subject, Color color, String tooltip, NumberStyle numbers) {
    return new Mark(subject, color, value, interval, number(numbers), tooltip);
  }

  /// It with its interval; empty where it is not defined.
  String words(NumberStyle numbers) {
    return number(numbers) + interval.map(it -> " " + numbers.interval(it, DECIMALS)).orElse("");
  }

  private String number(NumberStyle numbers) {
    return value.isPresent() ? numbers.signed(value.getAsDouble(), DECIMALS) : "";
  }

  /// The rows behind an association.
  static String counts(CaptionAssociation it, ChartStyle style) {
    NumberStyle numbers = style.numbers();
    return style
        .messages()
        .text(
            "caption.tooltip.counts",
            numbers.count(it.xa()),
            numbers.count(it.xb()),
            numbers.count(it.ya()),
            numbers.count(it.yb()),
            numbers.count(it.overlap()));
  }
}
