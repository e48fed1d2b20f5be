package dev.plumbline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.block.ColumnArrangement;
import org.jfree.chart.block.FlowArrangement;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.title.Title;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.VerticalAlignment;

/// What surrounds every plot: the card's colour, an axis title at the top left, a legend below.
final class ChartFrame {
  private static final double SWATCH = 10;
  private static final double ROOM_FOR_LAST_TICK = 14;
  private static final Shape SQUARE =
      new RoundRectangle2D.Double(-SWATCH / 2, -SWATCH / 2, SWATCH, SWATCH, 3, 3);

  private ChartFrame() {}

  /// A chart without title, border or background of the plot.
  static JFreeChart around(Plot plot, ChartStyle style, Title... titles) {
    plot.setBackgroundPaint(null);
    plot.setOutlineVisible(false);
    plot.setInsets(new RectangleInsets(0, 0, 0, ROOM_FOR_LAST_TICK));
    JFreeChart chart = new JFreeChart(null, new Font(Font.SANS_SERIF, Font.PLAIN, 12), plot, false);
    chart.setBackgroundPaint(style.theme().card());
    chart.setBorderVisible(false);
    chart.setPadding(new RectangleInsets(4, 4, 4, 4));
    chart.setAntiAlias(true);
    chart.setTextAntiAlias(true);
    chart
        .getRenderingHints()
        .put(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    for (Title title : titles) {
      chart.addSubtitle(title);
    }
    return chart;
  }

  /// The sentence that says why there is nothing to draw.
  static JFreeChart sentence(String sentence, ChartStyle style) {
    Font font = Typeface.displaying(sentence).body();
    return around(new SentencePlot(sentence, font, style.theme().muted()), style);
  }

  /// Title of an upright axis, written across above it.
  static Title axisTitle(String text, ChartStyle style, Typeface type) {
    TextTitle title = new TextTitle(text, type.note());
    title.setPaint(style.theme().muted());
    title.setPosition(RectangleEdge.TOP);
    title.setHorizontalAlignment(HorizontalAlignment.LEFT);
    title.setPadding(new RectangleInsets(0, 2, 6, 0));
    return title;
  }

  /// A legend below the plot, from the left.
  static Title legend(List<LegendItem> items, ChartStyle style, Typeface type) {
    LegendItemCollection collection = new LegendItemCollection();
    items.forEach(collection::add);
    LegendTitle legend =
        new LegendTitle(
            () -> collection,
            new FlowArrangement(HorizontalAlignment.LEFT, VerticalAlignment.CENTER, 0, 2),
            new ColumnArrangement());
    legend.setPosition(RectangleEdge.BOTTOM);
    legend.setHorizontalAlignment(HorizontalAlignment.LEFT);
    legend.setFrame(BlockBorder.NONE);
    legend.setBackgroundPaint(null);
    legend.setItemFont(type.note());
    legend.setItemPaint(style.theme().text());
    legend.setLegendItemGraphicPadding(new RectangleInsets(2, 2, 2, 2));
    legend.setItemLabelPadding(new RectangleInsets(2, 3, 2, 12));
    legend.setPadding(new RectangleInsets(6, 0, 0, 0));
    return legend;
  }

  /// A square of a series' colour.
  static LegendItem swatch(SeriesKey key, Color color, ChartStyle style) {
    return item(key, key.name(), SQUARE, color, style);
  }

  /// A shape without a dataset's colour.
  static LegendItem shape(String name, Marker marker, ChartStyle style) {
    return item(null, name, marker.shape(SWATCH), style.theme().muted(), style);
  }

  private static LegendItem item(
      SeriesKey key, String name, Shape shape, Color color, ChartStyle style) {
    boolean lit = key == null || style.highlight().lights(key.subject());
    LegendItem item =
        new LegendItem(name, null, null, null, shape, lit ? color : Highlight.faded(color));
    item.setSeriesKey(key);
    item.setLabelPaint(lit ? style.theme().text() : style.theme().muted());
    return item;
  }
}
