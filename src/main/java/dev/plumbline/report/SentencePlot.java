package dev.plumbline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.entity.EntityCollection;

/// In place of a chart that has nothing to draw: the sentence that says why, in the middle.
final class SentencePlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;
  private static final double SHARE_OF_WIDTH = 0.8;
  private static final int LINES = 6;
  private final String sentence;
  private final Font font;
  private final Color color;

  SentencePlot(String sentence, Font font, Color color) {
    super("sentence");
    this.sentence = sentence;
    this.font = font;
    this.color = color;
  }

  @Override
  Rectangle2D draw(Graphics2D g2, Rectangle2D area, EntityCollection entities) {
    g2.setFont(font);
    g2.setPaint(color);
    FontMetrics metrics = g2.getFontMetrics();
    List<String> lines =
        TextLines.wrap(
            sentence, font, area.getWidth() * SHARE_OF_WIDTH, LINES, g2.getFontRenderContext());
    double y = area.getCenterY() - metrics.getHeight() * lines.size() / 2.0 + metrics.getAscent();
    for (String line : lines) {
      double width = TextLines.wide(line, font, g2.getFontRenderContext());
      g2.drawString(line, (float) (area.getCenterX() - width / 2), (float) y);
      y += metrics.getHeight();
    }
    return area;
  }
}
