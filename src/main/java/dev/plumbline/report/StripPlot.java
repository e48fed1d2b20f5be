package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.entity.EntityCollection;

/// Draws strips of s: in each row X above the middle as discs and Y below it as diamonds, half
/// transparent, their means as upright bars.
final class StripPlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;
  private static final double TALLEST_ROW = 56;
  private static final double HEAD = 22;
  private static final double FOOT = 36;
  private static final double TICKS = 6;
  private static final double INSET = 18;
  private static final int HALF_TRANSPARENT = 130;
  private final transient List<StimulusStrips.Strip> strips;
  private final String xName;
  private final String yName;
  private final transient ChartStyle style;
  private final transient Typeface type;

  StripPlot(
      List<StimulusStrips.Strip> strips,
      String xName,
      String yName,
      ChartStyle style,
      Typeface type) {
    super("strips");
    this.strips = strips;
    this.xName = xName;
    this.yName = yName;
    this.style = style;
    this.type = type;
  }

  @Override
  Rectangle2D draw(Graphics2D g2, Rectangle2D area, EntityCollection entities) {
    RowNames names =
        new RowNames(strips.stream().map(StimulusStrips.Strip::name).toList(), style, type);
    double start = names.width(area.getWidth(), g2.getFontRenderContext());
    double height = Math.min(TALLEST_ROW, (area.getHeight() - HEAD - FOOT) / strips.size());
    Rectangle2D place =
        new Rectangle2D.Double(
            area.getX() + start,
            area.getY() + HEAD,
            area.getWidth() - start,
            height * strips.size());
    drawLegend(g2, place.getX(), area.getY() + 13);
    double step = RoundAxis.roundStep(2 * StimulusStrips.reach(strips) / TICKS);
    double reach = Math.ceil(StimulusStrips.reach(strips) / step) * step;
    drawTicks(g2, place, step, reach);
    names.draw(g2, new RowNames.Place(area.getX(), place.getY(), start, height), entities);
    for (int row = 0; row < strips.size(); row++) {
      Rectangle2D box =
          new Rectangle2D.Double(
              place.getX(), place.getY() + row * height, place.getWidth(), height);
      drawStrip(g2, strips.get(row), box, reach);
      if (entities != null) {
        StimulusStrips.Strip strip = strips.get(row);
        entities.add(new SubjectEntity(box, strip.subject(), strip.tooltip()));
      }
    }
    return place;
  }

  private void drawLegend(Graphics2D g2, double x, double y) {
    Font font = type.note();
    FontRenderContext context = g2.getFontRenderContext();
    double at = x;
    g2.setFont(font);
    for (boolean first : new boolean[] {true, false}) {
      g2.setPaint(first ? style.theme().positive() : style.theme().negative());
      g2.fill(moved(shape(first, 9), at + 5, y - 4));
      String text = first ? "X " + xName : "Y " + yName;
      g2.setPaint(style.theme().text());
      g2.drawString(text, (float) (at + 14), (float) y);
      at += 14 + TextLines.wide(text, font, context) + 22;
    }
  }

  private static Shape shape(boolean first, double size) {
    return (first ? Marker.CIRCLE : Marker.DIAMOND).shape(size);
  }

  private static Shape moved(Shape shape, double x, double y) {
    return AffineTransform.getTranslateInstance(x, y).createTransformedShape(shape);
  }

  private static double x(double s, Rectangle2D place, double reach) {
    return place.getX() + INSET + (s + reach) / (2 * reach) * (place.getWidth() - 2 * INSET);
  }

  private void drawTicks(Graphics2D g2, Rectangle2D place, double step, double reach) {
    ChartTheme theme = style.theme();
    Font font = type.note().deriveFont(11f);
    FontRenderContext context = g2.getFontRenderContext();
    int decimals = (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    int most = (int) Math.round(reach / step);
    g2.setFont(font);
    g2.setStroke(new BasicStroke(1));
    for (int tick = -most; tick <= most; tick++) {
      double at = x(tick * step, place, reach);
      g2.setPaint(tick == 0 ? theme.zero() : theme.grid());
      g2.draw(new Line2D.Double(at, place.getY(), at, place.getMaxY()));
      String text = style.numbers().signed(tick * step, decimals);
      g2.setPaint(theme.muted());
      double half = TextLines.wide(text, font, context) / 2;
      g2.drawString(text, (float) (at - half), (float) (place.getMaxY() + 15));
    }
    String axis = style.messages().text("strips.axis");
    double wide = TextLines.wide(axis, font, context);
    g2.drawString(axis, (float) (place.getMaxX() - wide), (float) (place.getMaxY() + 31));
  }

  private void drawStrip(Graphics2D g2, StimulusStrips.Strip strip, Rectangle2D box, double reach) {
    boolean lit = style.highlight().lights(strip.subject());
    double lane = box.getHeight() / 4;
    drawLane(g2, strip.x(), true, box, box.getCenterY() - lane * 0.9, reach, lit);
    drawLane(g2, strip.y(), false, box, box.getCenterY() + lane * 0.9, reach, lit);
  }

  private void drawLane(
      Graphics2D g2,
      List<Double> values,
      boolean first,
      Rectangle2D box,
      double y,
      double reach,
      boolean lit) {
    Color full = first ? style.theme().positive() : style.theme().negative();
    Color color = lit ? full : Highlight.faded(full);
    double size = Math.clamp(box.getHeight() / 3, 3, 8);
    int alpha = color.getAlpha() * HALF_TRANSPARENT / 255;
    g2.setPaint(new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha));
    values.forEach(s -> g2.fill(moved(shape(first, size), x(s, box, reach), y)));
    double mean = x(StimulusStrips.mean(values), box, reach);
    double half = box.getHeight() / 5;
    g2.setPaint(lit ? style.theme().text() : style.theme().muted());
    g2.setStroke(new BasicStroke(2.2f));
    g2.draw(new Line2D.Double(mean, y - half, mean, y + half));
  }
}
