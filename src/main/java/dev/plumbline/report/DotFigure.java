package dev.plumbline.report;

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
    return new Figure(
        id,
        title,
        subtitle,
        frame.chart(axis.apply(frame, axisTitle)),
        table,
        new NativeChart.Bars(axisTitle, false, grid),
        style);
  }
}
