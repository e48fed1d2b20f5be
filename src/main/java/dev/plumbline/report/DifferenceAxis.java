package dev.plumbline.report;

import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;

/// A column of numbers at the right of the plot, one a category.
final class DifferenceAxis extends CategoryAxis {
  private static final long serialVersionUID = 1L;
  private final transient List<String> texts;

  DifferenceAxis(List<String> texts, ChartStyle style, Typeface type) {
    super();
    this.texts = List.copyOf(texts);
    setAxisLineVisible(false);
    setTickMarksVisible(false);
    setTickLabelFont(type.body());
    setTickLabelPaint(style.theme().text());
    setCategoryLabelPositionOffset(8);
    setMaximumCategoryLabelWidthRatio(0.2f);
    setLowerMargin(0.01);
    setUpperMargin(0.01);
    setCategoryMargin(0.08);
  }

  @Override
  @SuppressWarnings("rawtypes") // the signature of JFreeChart
  protected TextBlock createLabel(
      Comparable category, float width, RectangleEdge edge, Graphics2D g2) {
    TextBlock block = new TextBlock();
    block.setLineAlignment(HorizontalAlignment.RIGHT);
    block.addLine(
        texts.get(((CategoryKey) category).index()),
        getTickLabelFont(category),
        getTickLabelPaint(category));
    return block;
  }
}
