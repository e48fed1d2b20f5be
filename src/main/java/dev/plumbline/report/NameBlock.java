package dev.plumbline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.text.TextBlock;
import org.jfree.chart.text.TextBlockAnchor;
import org.jfree.chart.ui.HorizontalAlignment;

/// Lines of a name whose capitals, and not whose font's line height, stand in the middle: fonts
/// with high lines, as those of Japanese, would else sit below the row they name.
final class NameBlock extends TextBlock {
  /// Half of the height of capitals, in ems.
  static final double HALF_CAPITAL = 0.36;

  private static final long serialVersionUID = 1L;
  private static final double LEADING = 1.25;

  private final transient List<String> lines;
  private final transient Font font;
  private final transient Color color;
  private final boolean right;

  /// @param right whether lines end at the anchor, and do not begin there
  NameBlock(List<String> lines, Font font, Color color, boolean right) {
    this.lines = List.copyOf(lines);
    this.font = font;
    this.color = color;
    this.right = right;
    setLineAlignment(right ? HorizontalAlignment.RIGHT : HorizontalAlignment.LEFT);
    lines.forEach(line -> addLine(line, font, color));
  }

  @Override
  public void draw(
      Graphics2D g2,
      float anchorX,
      float anchorY,
      TextBlockAnchor anchor,
      float rotateX,
      float rotateY,
      double angle) {
    g2.setFont(font);
    g2.setPaint(color);
    FontMetrics metrics = g2.getFontMetrics(font);
    double leading = LEADING * font.getSize2D();
    double baseline = anchorY - (lines.size() - 1) * leading / 2 + HALF_CAPITAL * font.getSize2D();
    for (String line : lines) {
      double x = right ? anchorX - metrics.getStringBounds(line, g2).getWidth() : anchorX;
      g2.drawString(line, (float) x, (float) baseline);
      baseline += leading;
    }
  }
}
