package dev.plumbline.report;

import java.util.List;
import java.util.function.BiFunction;
import org.jfree.chart.plot.CategoryPlot;

/// A figure of dots with their intervals: names down the left, values across.
///
/// @param id name of the chart
/// @param title the question it answers
/// @param table the numbers behind it
/// @param style colours and language
record DotFigure(String id, String title, FigureTable table, ChartStyle style) {
  /// The sentence that says why there are no dots.
  Figure none(String why) {
    return Figures.sentence(id, title, why, table, style);
  }

  /// The dots.
  ///
  /// @param subtitle what they show
  /// @param axisTitle what is measured
  /// @param axis lays them out, one of the ways of [DotFrame]
  Figure of(
      MarkGrid grid,
      String subtitle,
      String axisTitle,
      BiFunction<CategoryFrame, String, CategoryPlot> axis) {
    CategoryFrame frame = CategoryFrame.of(grid, false, style, axisTitle);
    return figure(grid, subtitle, axisTitle, frame, axis.apply(frame, axisTitle));
  }

  /// The dots of tests in one or several orders; the name of a test in several stands above them.
  ///
  /// @param names tests and orders, one a category of the grid
  Figure grouped(
      List<ComparedRows.Name> names,
      MarkGrid grid,
      String subtitle,
      String axisTitle,
      BiFunction<CategoryFrame, String, CategoryPlot> axis) {
    ComparedRows rows = new ComparedRows(names);
    String texts = axisTitle + String.join("", grid.categories());
    CategoryFrame frame = CategoryFrame.of(rows.marks(grid), false, style, texts);
    CategoryPlot plot = axis.apply(frame, axisTitle);
    plot.addAnnotation(new RowHeadings(rows.headings(), List.of(), style, frame.type()));
    return figure(grid, subtitle, axisTitle, frame, plot);
  }

  private Figure figure(
      MarkGrid grid, String subtitle, String axisTitle, CategoryFrame frame, CategoryPlot plot) {
    return new Figure(
        id,
        title,
        subtitle,
        frame.chart(plot),
        table,
        new NativeChart.Bars(axisTitle, false, grid),
        style);
  }
}
