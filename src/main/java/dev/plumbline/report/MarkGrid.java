package dev.plumbline.report;

import dev.plumbline.core.Arguments;
import java.awt.Color;
import java.util.List;

/// Marks by category and series.
///
/// @param categories names of the categories, top to bottom
/// @param series one a dataset or model, with a mark for each category
public record MarkGrid(List<String> categories, List<Series> series) {
  public MarkGrid {
    categories = List.copyOf(categories);
    series = List.copyOf(series);
    for (Series one : series) {
      Arguments.check(one.marks().size() == categories.size(), "a mark for each category");
    }
  }

  /// Marks of one colour.
  ///
  /// @param subject what the series stands for as a whole
  /// @param name name in the legend
  /// @param color colour of its marks
  /// @param marks one a category
  public record Series(Subject subject, String name, Color color, List<Mark> marks) {
    public Series {
      marks = List.copyOf(marks);
    }
  }

  /// The marks of one manifest, in its colour.
  static MarkGrid of(String dataset, List<String> categories, List<Mark> marks, ChartStyle style) {
    Color color = style.colours().of(dataset, style.theme());
    return new MarkGrid(
        categories, List.of(new Series(new Subject.Dataset(dataset), dataset, color, marks)));
  }

  /// The mark at a series and category.
  public Mark mark(int seriesIndex, int categoryIndex) {
    return series.get(seriesIndex).marks().get(categoryIndex);
  }
}
