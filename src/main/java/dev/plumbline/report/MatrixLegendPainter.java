package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/// Draws a [MatrixLegend] in one line, in two where it is too long for one; a last line says why
/// cells have no number, where they have none.
final class MatrixLegendPainter {
  private static final double LINE = 20;
  private static final double GAP_ABOVE = 10;
  private static final double SCALE = 96;
  private static final double BAR = 9;
  private static final double SWATCH = 12;
  private static final double SPACE = 6;
  private static final double BETWEEN = 22;
  private final MatrixLegend legend;
  private final ChartStyle style;
  private final Font font;
  private final FontRenderContext context;
  private final double width;
  private final boolean unwritten;

  /// @param width room for a line
  /// @param unwritten whether cells are too small for their numbers
  MatrixLegendPainter(
      MatrixLegend legend,
      ChartStyle style,
      Typeface type,
      double width,
      boolean unwritten,
      FontRenderContext context) {
    this.legend = legend;
    this.unwritten = unwritten;
    this.style = style;
    this.font = type.note().deriveFont(11f);
    this.width = width;
    this.context = context;
  }

  private double wide(String text) {
    return TextLines.wide(text, font, context);
  }

  private double scaleWidth() {
    return wide(legend.low())
        + wide(legend.ends().low())
        + SCALE
        + wide(legend.ends().high())
        + wide(legend.high())
        + 4 * SPACE;
  }

  private double marksWidth() {
    return SWATCH
        + SPACE
        + wide(legend.strong())
        + legend.empty().map(it -> BETWEEN + SWATCH + SPACE + wide(it)).orElse(0.0);
  }

  private boolean oneLine() {
    return scaleWidth() + BETWEEN + marksWidth() <= width;
  }

  /// Height of everything below the cells.
  double height() {
    return GAP_ABOVE + (lines() + (unwritten ? 1 : 0)) * LINE;
  }

  private int lines() {
    return oneLine() ? 1 : 2;
  }

  /// Draws with the left end at `x`, below `y`.
  void draw(Graphics2D g2, double x, double y) {
    g2.setFont(font);
    double middle = y + GAP_ABOVE + LINE / 2;
    drawScale(g2, x, middle);
    if (oneLine()) {
      drawMarks(g2, x + scaleWidth() + BETWEEN, middle);
    } else {
      drawMarks(g2, x, middle + LINE);
    }
    if (unwritten) {
      String note = TextLines.cut(legend.unwritten(), font, width, context);
      write(g2, note, x, middle + lines() * LINE, style.theme().muted());
    }
  }

  private void drawScale(Graphics2D g2, double x, double middle) {
    ChartTheme theme = style.theme();
    double at = write(g2, legend.low(), x, middle, theme.text()) + SPACE;
    at = write(g2, legend.ends().low(), at, middle, theme.muted()) + SPACE;
    double half = SCALE / 2;
    fillHalf(g2, at, middle, theme.negative(), theme.neutral());
    fillHalf(g2, at + half, middle, theme.neutral(), theme.positive());
    g2.setPaint(theme.hairline());
    g2.setStroke(new BasicStroke(1));
    g2.draw(new Rectangle2D.Double(at, middle - BAR / 2, SCALE, BAR));
    at = write(g2, legend.ends().high(), at + SCALE + SPACE, middle, theme.muted()) + SPACE;
    write(g2, legend.high(), at, middle, theme.text());
  }

  private static void fillHalf(Graphics2D g2, double x, double middle, Color from, Color to) {
    double half = SCALE / 2;
    g2.setPaint(new GradientPaint((float) x, 0, from, (float) (x + half), 0, to));
    g2.fill(new Rectangle2D.Double(x, middle - BAR / 2, half, BAR));
  }

  private void drawMarks(Graphics2D g2, double x, double middle) {
    ChartTheme theme = style.theme();
    g2.setPaint(theme.text());
    g2.fill(new Ellipse2D.Double(x + SWATCH / 2 - 2.5, middle - 2.5, 5, 5));
    double at = write(g2, legend.strong(), x + SWATCH + SPACE, middle, theme.text()) + BETWEEN;
    if (legend.empty().isPresent()) {
      emptyCell(
          g2,
          new RoundRectangle2D.Double(at, middle - SWATCH / 2, SWATCH, SWATCH, 3, 3),
          theme.hairline());
      double room = Math.max(20, x + width - at - SWATCH - SPACE);
      String text = TextLines.cut(legend.empty().get(), font, room, context);
      write(g2, text, at + SWATCH + SPACE, middle, theme.text());
    }
  }

  /// Draws a cell in which nothing was measured: an outline crossed out once.
  static void emptyCell(Graphics2D g2, RoundRectangle2D shape, Color color) {
    g2.setPaint(color);
    g2.setStroke(new BasicStroke(1));
    g2.draw(shape);
    double reach = Math.min(6, Math.min(shape.getWidth(), shape.getHeight()) * 0.3);
    g2.draw(
        new Line2D.Double(
            shape.getCenterX() - reach,
            shape.getCenterY() + reach,
            shape.getCenterX() + reach,
            shape.getCenterY() - reach));
  }

  private double write(Graphics2D g2, String text, double x, double middle, Color color) {
    g2.setPaint(color);
    double ascent = font.getLineMetrics("0", context).getAscent();
    g2.drawString(text, (float) x, (float) (middle + ascent * 0.38));
    return x + wide(text);
  }
}
