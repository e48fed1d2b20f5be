package dev.plumbline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;

/// The answer written on the plot, in the corner where it hides the fewest points, top left if all
/// are equal.
final class Headline extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double INSET = 8;
  private static final double LOW = 150;
  private final String text;
  private final boolean answered;
  private final transient List<ScatterPoint> points;
  private final double scale;
  private final transient ChartStyle style;
  private final transient Typeface type;

  Headline(
      String text,
      boolean answered,
      List<ScatterPoint> points,
      double scale,
      ChartStyle style,
      Typeface type) {
    this.text = text;
    this.answered = answered;
    this.points = points;
    this.scale = scale;
    this.style = style;
    this.type = type;
  }

  @Override
  public void draw(
      Graphics2D g2,
      XYPlot plot,
      Rectangle2D area,
      ValueAxis domain,
      ValueAxis range,
      int index,
      PlotRenderingInfo info) {
    if (text.isEmpty()) {
      return;
    }
    Font answer = area.getHeight() < LOW ? type.note().deriveFont(Font.BOLD) : type.answer();
    Font font = answered ? answer : type.note();
    String shown =
        TextLines.cut(text, font, area.getWidth() - 4 * INSET, g2.getFontRenderContext());
    Rectangle2D bounds = font.getStringBounds(shown, g2.getFontRenderContext());
    double w = bounds.getWidth() + 2 * INSET;
    double h = bounds.getHeight() + INSET;
    Rectangle2D box =
        Stream.of(
                new Rectangle2D.Double(area.getX() + 4, area.getY() + 4, w, h),
                new Rectangle2D.Double(area.getMaxX() - w - 4, area.getY() + 4, w, h),
                new Rectangle2D.Double(area.getMaxX() - w - 4, area.getMaxY() - h - 4, w, h),
                new Rectangle2D.Double(area.getX() + 4, area.getMaxY() - h - 4, w, h))
            .min(Comparator.comparingLong(it -> hidden(it, plot, area, domain, range)))
            .orElseThrow();
    Color card = style.theme().card();
    g2.setPaint(new Color(card.getRed(), card.getGreen(), card.getBlue(), 200));
    g2.fill(new RoundRectangle2D.Double(box.getX(), box.getY(), w, h, 6, 6));
    g2.setFont(font);
    g2.setPaint(answered ? style.theme().text() : style.theme().muted());
    g2.drawString(
        shown,
        (float) (box.getX() + INSET),
        (float) (box.getCenterY() - bounds.getHeight() / 2 - bounds.getY()));
  }

  private long hidden(
      Rectangle2D box, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range) {
    return points.stream()
        .filter(
            it ->
                box.intersects(
                    domain.valueToJava2D(it.x() * scale, area, plot.getDomainAxisEdge()) - 6,
                    range.valueToJava2D(it.d(), area, plot.getRangeAxisEdge()) - 6,
                    12,
                    12))
        .count();
  }
}
