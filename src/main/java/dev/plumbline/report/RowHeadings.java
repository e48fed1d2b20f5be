package dev.plumbline.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.annotations.AbstractAnnotation;
import org.jfree.chart.annotations.CategoryAnnotation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;

/// Headings of groups of rows, each on a row of its own without marks: set flush left across names
/// and plot, as in a forest plot, so that long ones need not be cut.
final class RowHeadings extends AbstractAnnotation implements CategoryAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double LEFT = 4;
  private static final double LINE_HEIGHT = 1.25;
  private static final double BESIDE = 8;
  private static final float SMALLEST = 9;

  private final transient List<String> headings;
  private final transient List<String> beside;
  private final transient ChartStyle style;
  private final transient Typeface type;

  /// @param headings one a row, empty for rows of marks
  /// @param beside texts at the right of the plot, whose room headings may use too
  RowHeadings(List<String> headings, List<String> beside, ChartStyle style, Typeface type) {
    this.headings = List.copyOf(headings);
    this.beside = List.copyOf(beside);
    this.style = style;
    this.type = type;
  }

  @Override
  public void draw(
      Graphics2D g2, CategoryPlot plot, Rectangle2D area, CategoryAxis domain, ValueAxis range) {
    Shape clip = g2.getClip();
    g2.setClip(null);
    double row = area.getHeight() / headings.size();
    double width = area.getMaxX() + right(g2) - LEFT;
    Font font = fitting(row, width, g2);
    g2.setFont(font);
    for (int i = 0; i < headings.size(); i++) {
      if (!headings.get(i).isEmpty()) {
        draw(g2, headings.get(i), font, area.getX(), width, middle(plot, area, domain, i));
      }
    }
    g2.setClip(clip);
  }

  private double right(Graphics2D g2) {
    return BESIDE
        + beside.stream()
            .mapToDouble(text -> TextLines.wide(text, type.body(), g2.getFontRenderContext()))
            .max()
            .orElse(0);
  }

  /// The largest font that suits the rows' height and lets every heading fit uncut, if one does.
  private Font fitting(double row, double width, Graphics2D g2) {
    float high = (float) Math.clamp(row / LINE_HEIGHT, SMALLEST, type.note().getSize2D());
    for (float size = high; size > SMALLEST; size -= 0.5f) {
      Font font = type.note().deriveFont(Font.BOLD, size);
      if (headings.stream()
          .allMatch(it -> TextLines.wide(it, font, g2.getFontRenderContext()) <= width)) {
        return font;
      }
    }
    return type.note().deriveFont(Font.BOLD, SMALLEST);
  }

  private double middle(CategoryPlot plot, Rectangle2D area, CategoryAxis domain, int row) {
    return domain.getCategoryMiddle(row, headings.size(), area, plot.getDomainAxisEdge());
  }

  private void draw(
      Graphics2D g2, String heading, Font font, double plot, double width, double middle) {
    String shown = TextLines.cut(heading, font, width, g2.getFontRenderContext());
    Rectangle2D bounds = font.getStringBounds(shown, g2.getFontRenderContext());
    g2.setPaint(style.theme().card());
    double end = bounds.getWidth() + 2 * LEFT;
    g2.fill(
        new Rectangle2D.Double(
            plot, middle - bounds.getHeight() / 2, Math.max(0, end - plot), bounds.getHeight()));
    g2.setPaint(style.theme().text());
    g2.drawString(
        shown, (float) LEFT, (float) (middle + NameBlock.HALF_CAPITAL * font.getSize2D()));
  }
}
