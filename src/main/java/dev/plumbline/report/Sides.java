package dev.plumbline.report;

import java.awt.Color;
import java.util.List;

/// A manifest's rows before and after something is done to them: a series in grey and one in the
/// manifest's colour.
///
/// @param dataset the manifest
/// @param before key of the first series' name
/// @param after key of the second's
/// @param style colours and language
record Sides(String dataset, String before, String after, ChartStyle style) {
  /// Draws a side of something that is compared.
  ///
  /// @param <T> what is compared
  interface Side<T> {
    /// The mark of `item`.
    ///
    /// @param name the side's
    /// @param color the side's
    Mark mark(T item, String name, Color color);
  }

  /// Both series.
  <T> List<MarkGrid.Series> series(List<T> items, Side<T> first, Side<T> second) {
    Color own = style.colours().of(dataset, style.theme());
    return List.of(
        series(before, style.theme().muted(), items, first), series(after, own, items, second));
  }

  /// One more series of the manifest.
  <T> MarkGrid.Series series(String key, Color color, List<T> items, Side<T> side) {
    String name = style.messages().text(key);
    return new MarkGrid.Series(
        new Subject.Dataset(dataset),
        name,
        color,
        items.stream().map(item -> side.mark(item, name, color)).toList());
  }
}
