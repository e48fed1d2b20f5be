package dev.plumbline.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.util.List;

/// Draws a figure as exports show it: title, grey subtitle, chart, on the card's colour.
final class FigurePainter {
  private static final double MARGIN = 16;
  private static final double BELOW_HEADER = 10;
  private static final int TITLE_LINES = 2;
  private static final int SUBTITLE_LINES = 2;
  private final Figure figure;

  FigurePainter(Figure figure) {
    this.figure = figure;
  }

  /// Paints the whole area.
  void paint(Graphics2D g2, double width, double height) {
    g2.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g2.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    ChartTheme theme = figure.style().theme();
    g2.setPaint(theme.card());
    g2.fill(new Rectangle2D.Double(0, 0, width, height));
    Typeface type = Typeface.displaying(figure.title() + figure.subtitle());
    double y = MARGIN;
    g2.setPaint(theme.text());
    y = write(g2, figure.title(), type.title(), TITLE_LINES, width, y);
    g2.setPaint(theme.muted());
    y = write(g2, figure.subtitle(), type.note(), SUBTITLE_LINES, width, y + 2) + BELOW_HEADER;
    figure
        .chart()
        .draw(
            g2,
            new Rectangle2D.Double(
                MARGIN - 4, y, width - 2 * (MARGIN - 4), Math.max(1, height - y - MARGIN + 4)));
  }

  private static double write(
      Graphics2D g2, String text, Font font, int most, double width, double top) {
    if (text.isBlank()) {
      return top;
    }
    FontRenderContext context = g2.getFontRenderContext();
    List<String> lines = TextLines.wrap(text, font, width - 2 * MARGIN, most, context);
    g2.setFont(font);
    double y = top;
    for (String line : lines) {
      var metrics = font.getLineMetrics(line, context);
      g2.drawString(line, (float) MARGIN, (float) (y + metrics.getAscent()));
      y += metrics.getHeight();
    }
    return y;
  }
}
