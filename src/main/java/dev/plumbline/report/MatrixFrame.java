package dev.plumbline.report;

import java.util.stream.Collectors;
import org.jfree.chart.JFreeChart;

/// Makes the chart of a [Matrix].
final class MatrixFrame {
  private MatrixFrame() {}

  static JFreeChart chart(Matrix matrix, ChartStyle style) {
    String text =
        matrix.rows().stream().map(Matrix.Row::name).collect(Collectors.joining())
            + String.join("", matrix.columnNames())
            + matrix.legend().text();
    return ChartFrame.around(new MatrixPlot(matrix, style, Typeface.displaying(text)), style);
  }
}
