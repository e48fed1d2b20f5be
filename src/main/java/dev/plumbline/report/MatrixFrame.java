package dev.plumbline.report;

import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.ui.RectangleInsets;

/// Makes the chart of a [Matrix].
final class MatrixFrame {
  private MatrixFrame() {}

  static JFreeChart chart(Matrix matrix, ChartStyle style) {
    String text =
        matrix.rows().stream().map(Matrix.Row::name).collect(Collectors.joining())
            + String.join("", matrix.columnNames())
            + matrix.legend().text();
    MatrixPlot plot = new MatrixPlot(matrix, style, Typeface.displaying(text));
    JFreeChart chart = ChartFrame.around(plot, style);
    plot.setInsets(RectangleInsets.ZERO_INSETS);
    return chart;
  }
}
