package dev.plumbline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryTick;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/// Texts beside the rows of a horizontal plot: at the left in up to two lines, set flush with the
/// plot; smaller where rows are low, and only every second or third where they would overlap.
final class NameAxis extends CategoryAxis {
  private static final long serialVersionUID = 1L;
  private static final double LONGEST = 0.4;
  private static final double OFFSET = 8;
  private static final double SMALLEST = 9;
  private static final float SMALLEST_UNCUT = 9;
  private static final double ROOM_FOR_VALUE_AXIS = 36;
  private static final double LINE_HEIGHT = 1.25;

  /// Room for text that the window's renderer draws a little wider than the font metrics say.
  private static final double SLACK = 1.06;

  private final transient List<String> texts;
  private final transient Font font;
  private final transient Color color;

  /// An axis without line or tick marks.
  ///
  /// @param texts one a category
  NameAxis(List<String> texts, Font font, Color color) {
    this.texts = List.copyOf(texts);
    this.font = font;
    this.color = color;
    setAxisLineVisible(false);
    setTickMarksVisible(false);
    setCategoryLabelPositionOffset((int) OFFSET);
    setLowerMargin(0.01);
    setUpperMargin(0.01);
    setCategoryMargin(0.08);
  }

  @Override
  @SuppressWarnings("rawtypes") // the signature of JFreeChart
  public List refreshTicks(Graphics2D g2, AxisState state, Rectangle2D area, RectangleEdge edge) {
    boolean left = edge == RectangleEdge.LEFT;
    FontRenderContext context = g2.getFontRenderContext();
    double row = (area.getHeight() - ROOM_FOR_VALUE_AXIS) / Math.max(1, texts.size());
    double width = area.getWidth() * LONGEST;
    Font fitting = fitting(row, width, context);
    g2.setFont(fitting);
    g2.getFontMetrics(fitting); // FXGraphics2D 2.1.5 measures by the font set, not the one given
    int most = lines(row, fitting);
    int every = (int) Math.max(1, Math.ceil(SMALLEST / Math.max(1, row)));
    double widest = 0;
    List<CategoryTick> ticks = new ArrayList<>();
    for (Object category : ((CategoryPlot) getPlot()).getCategoriesForAxis(this)) {
      CategoryKey key = (CategoryKey) category;
      if (key.index() % every == 0) {
        List<String> lines = TextLines.wrap(texts.get(key.index()), fitting, width, most, context);
        for (String line : lines) {
          widest = Math.max(widest, TextLines.wide(line, fitting, context));
        }
        ticks.add(tick(key, lines, fitting, left));
      }
    }
    state.setMax(widest * SLACK);
    return ticks;
  }

  /// The largest font that suits the rows' height and, if one does, lets every text fit uncut.
  private Font fitting(double row, double width, FontRenderContext context) {
    float high = (float) Math.max(SMALLEST, Math.min(font.getSize2D(), row / LINE_HEIGHT));
    for (float size = high; size >= SMALLEST_UNCUT; size -= 0.5f) {
      Font candidate = font.deriveFont(size);
      int most = lines(row, candidate);
      if (texts.stream().allMatch(it -> uncut(it, candidate, width, most, context))) {
        return candidate;
      }
    }
    return font.deriveFont(high);
  }

  private static int lines(double row, Font font) {
    return row >= 2 * LINE_HEIGHT * font.getSize2D() ? 2 : 1;
  }

  private static boolean uncut(
      String text, Font font, double width, int most, FontRenderContext context) {
    return !TextLines.wrap(text, font, width, most, context).getLast().endsWith("…");
  }

  private CategoryTick tick(CategoryKey key, List<String> lines, Font fitting, boolean left) {
    return new CategoryTick(
        key,
        new NameBlock(lines, fitting, color, left),
        left ? TextBlockAnchor.CENTER_RIGHT : TextBlockAnchor.CENTER_LEFT,
        TextAnchor.CENTER,
        0);
  }
}
