package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;

/// Draws a [MatrixLegend]: scale, mark, kinds of empty cells, one after the other in as many lines
/// as they need; a last line says why cells have no number, where they have none.
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

  private double gapWidth(MatrixLegend.Gap gap) {
    return Math.min(width, SWATCH + SPACE + wide(gap.meaning()));
  }

  /// Widths of all items, in their order.
  private List<Double> widths() {
    List<Double> widths = new ArrayList<>();
    widths.add(scaleWidth());
    if (!legend.strong().isEmpty()) {
      widths.add(SWATCH + SPACE + wide(legend.strong()));
    }
    legend.gaps().forEach(gap -> widths.add(gapWidth(gap)));
    if (unwritten) {
      widths.add(width);
    }
    return widths;
  }

  /// Where each item starts, from the left end of the first line.
  private List<Point2D> places() {
    List<Point2D> places = new ArrayList<>();
    double x = 0;
    int line = 0;
    for (double item : widths()) {
      if (x > 0 && x + item > width) {
        x = 0;
        line++;
      }
      places.add(new Point2D.Double(x, line * LINE));
      x += item + BETWEEN;
    }
    return places;
  }

  /// Height of everything below the cells.
  double height() {
    return GAP_ABOVE + places().getLast().getY() + LINE;
  }

  /// Draws with the left end at `x`, below `y`.
  void draw(Graphics2D g2, double x, double y) {
    g2.setFont(font);
    double middle = y + GAP_ABOVE + LINE / 2;
    List<Point2D> places = places();
    drawScale(g2, x, middle);
    int next = 1;
    if (!legend.strong().isEmpty()) {
      Point2D place = places.get(next++);
      drawStrong(g2, x + place.getX(), middle + place.getY());
    }
    for (int i = 0; i < legend.gaps().size(); i++) {
      Point2D place = places.get(next + i);
      drawGap(g2, legend.gaps().get(i), x + place.getX(), middle + place.getY());
    }
    if (unwritten) {
      String note = TextLines.cut(legend.unwritten(), font, width, context);
      write(g2, note, x, middle + places.getLast().getY(), style.theme().muted());
    }
  }

  private void drawScale(Graphics2D g2, double x, double middle) {
    ChartTheme theme = style.theme();
    double at = write(g2, legend.low(), x, middle, theme.text()) + SPACE;
    at = write(g2, legend.ends().low(), at, middle, theme.muted()) + SPACE;
    if (legend.ends().parting()) {
      double half = SCALE / 2;
      fill(g2, at, half, middle, theme.negative(), theme.neutral());
      fill(g2, at + half, half, middle, theme.neutral(), theme.positive());
    } else {
      fill(g2, at, SCALE, middle, theme.deepening(0), theme.deepening(1));
    }
    g2.setPaint(theme.hairline());
    g2.setStroke(new BasicStroke(1));
    g2.draw(new Rectangle2D.Double(at, middle - BAR / 2, SCALE, BAR));
    at = write(g2, legend.ends().high(), at + SCALE + SPACE, middle, theme.muted()) + SPACE;
    write(g2, legend.high(), at, middle, theme.text());
  }

  private static void fill(
      Graphics2D g2, double x, double wide, double middle, Color from, Color to) {
    g2.setPaint(new GradientPaint((float) x, 0, from, (float) (x + wide), 0, to));
    g2.fill(new Rectangle2D.Double(x, middle - BAR / 2, wide, BAR));
  }

  private void drawStrong(Graphics2D g2, double x, double middle) {
    g2.setPaint(style.theme().text());
    g2.fill(new Ellipse2D.Double(x + SWATCH / 2 - 2.5, middle - 2.5, 5, 5));
    write(g2, legend.strong(), x + SWATCH + SPACE, middle, style.theme().text());
  }

  private void drawGap(Graphics2D g2, MatrixLegend.Gap gap, double x, double middle) {
    ChartTheme theme = style.theme();
    RoundRectangle2D box =
        new RoundRectangle2D.Double(x, middle - SWATCH / 2, SWATCH, SWATCH, 3, 3);
    emptyCell(g2, box, gap.sign(), font, theme.muted());
    String text = TextLines.cut(gap.meaning(), font, width - SWATCH - SPACE, context);
    write(g2, text, x + SWATCH + SPACE, middle, theme.text());
  }

  /// Draws a cell without a value: an outline with a sign in it, crossed out if there is no sign.
  static void emptyCell(
      Graphics2D g2, RoundRectangle2D shape, String sign, Font font, Color color) {
    g2.setPaint(color);
    g2.setStroke(new BasicStroke(1));
    g2.draw(shape);
    if (!sign.isEmpty()) {
      Rectangle2D ink = font.createGlyphVector(g2.getFontRenderContext(), sign).getVisualBounds();
      g2.setFont(font);
      g2.drawString(
          sign,
          (float) (shape.getCenterX() - ink.getCenterX()),
          (float) (shape.getCenterY() - ink.getCenterY()));
      return;
    }
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
