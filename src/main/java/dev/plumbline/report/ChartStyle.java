package dev.plumbline.report;

import dev.plumbline.core.Order;
import java.awt.Color;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Everything a chart needs besides its numbers.
///
/// @param theme colours
/// @param messages texts of the bundle `report`
/// @param locale the reader's language
/// @param colours colours of datasets
/// @param highlight what the reader has chosen
/// @param names names of tests and categories
public record ChartStyle(
    ChartTheme theme,
    Messages messages,
    Locale locale,
    DatasetColours colours,
    Highlight highlight,
    Names names) {

  /// A style with nothing chosen and no names of tests.
  public static ChartStyle of(ChartTheme theme, Locale locale, DatasetColours colours) {
    return new ChartStyle(
        theme, Messages.load("report", locale), locale, colours, Highlight.none(), Names.none());
  }

  /// The same with another choice.
  public ChartStyle with(Highlight newHighlight) {
    return new ChartStyle(theme, messages, locale, colours, newHighlight, names);
  }

  /// The same with other names.
  public ChartStyle with(Names newNames) {
    return new ChartStyle(theme, messages, locale, colours, highlight, newNames);
  }

  /// How numbers are written.
  public NumberStyle numbers() {
    return new NumberStyle(locale);
  }

  /// Colour of a dataset that may be unknown.
  public Color colour(Optional<String> dataset) {
    return colours.of(dataset, theme);
  }

  /// Name of an order; one that is none of the four is shown as read.
  public String order(String label) {
    return Arrays.stream(Order.values())
        .filter(order -> order.label().equalsIgnoreCase(label))
        .findFirst()
        .map(order -> messages.text("order." + order.name()))
        .orElse(label);
  }
}
