package dev.plumbline.report;

import java.awt.BasicStroke;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.CategoryItemRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/// Lays a [MarkGrid] out: categories down the left, values across.
///
/// @param grid the marks
/// @param percent whether values are shares to be shown as per cent
/// @param style colours and language
/// @param type font
record CategoryFrame(MarkGrid grid, boolean percent, ChartStyle style, Typeface type) {
  private static final double PERCENT = 100;

  /// A frame in a font that can display its names.
  static CategoryFrame of(MarkGrid grid, boolean percent, ChartStyle style, String otherText) {
    String text =
        Stream.concat(grid.categories().stream(), grid.series().stream().map(MarkGrid.Series::name))
            .collect(Collectors.joining("", otherText, ""));
    return new CategoryFrame(grid, percent, style, Typeface.displaying(text));
  }

  /// What a share or value is multiplied with to be shown.
  double scale() {
    return percent ? PERCENT : 1;
  }

  /// A plot without marks of its own: no outline, no grid.
  CategoryPlot plot(RoundAxis valueAxis, CategoryItemRenderer renderer) {
    CategoryPlot plot = new CategoryPlot(dataset(), categoryAxis(), valueAxis, renderer);
    plot.setOrientation(PlotOrientation.HORIZONTAL);
    plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
    plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
    plot.setRangeGridlinesVisible(false);
    plot.setDomainGridlinesVisible(false);
    plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
    return plot;
  }

  private CategoryAxis categoryAxis() {
    CategoryAxis axis = new NameAxis(grid.categories(), type.body(), style.theme().text());
    axis.setAxisLineVisible(true);
    axis.setAxisLinePaint(style.theme().hairline());
    axis.setAxisLineStroke(new BasicStroke(1));
    return axis;
  }

  private DefaultCategoryDataset dataset() {
    DefaultCategoryDataset dataset = new DefaultCategoryDataset();
    for (int s = 0; s < grid.series().size(); s++) {
      for (int c = 0; c < grid.categories().size(); c++) {
        OptionalDouble value = grid.mark(s, c).value();
        dataset.addValue(
            value.isPresent() ? (Double) (value.getAsDouble() * scale()) : null,
            seriesKey(s),
            new CategoryKey(c, grid.categories().get(c)));
      }
    }
    return dataset;
  }

  private SeriesKey seriesKey(int index) {
    MarkGrid.Series series = grid.series().get(index);
    return new SeriesKey(index, series.name(), series.subject());
  }

  /// The finished chart; a legend of the series only where there is more than one.
  JFreeChart chart(CategoryPlot plot) {
    return grid.series().size() > 1 ? chart(plot, seriesLegend()) : ChartFrame.around(plot, style);
  }

  /// The finished chart with another legend.
  JFreeChart chart(CategoryPlot plot, List<LegendItem> legend) {
    return ChartFrame.around(plot, style, ChartFrame.legend(legend, style, type));
  }

  private List<LegendItem> seriesLegend() {
    return IntStream.range(0, grid.series().size())
        .mapToObj(s -> ChartFrame.swatch(seriesKey(s), grid.series().get(s).color(), style))
        .toList();
  }
}
