package dev.plumbline.report;

import dev.plumbline.association.Alternative;
import dev.plumbline.association.NullDistribution;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.EntityCollection;

/// Draws a [NullDistribution] as bars from zero with the observed d as a line.
final class NullDistributionPlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;
  private static final double HEAD = 24;
  private static final double FOOT = 36;
  private static final int TICKS = 8;
  private static final double BEYOND = 1.08;
  private final transient NullDistribution found;
  private final Alternative alternative;
  private final transient Subject subject;
  private final String observed;
  private final transient ChartStyle style;

  /// @param observed the observed d and its p in words
  NullDistributionPlot(
      NullDistribution found,
      Alternative alternative,
      Subject subject,
      String observed,
      ChartStyle style) {
    super("null distribution");
    this.found = found;
    this.alternative = alternative;
    this.subject = subject;
    this.observed = observed;
    this.style = style;
  }

  @Override
  Rectangle2D draw(Graphics2D g2, Rectangle2D area, EntityCollection entities) {
    Rectangle2D place =
        new Rectangle2D.Double(
            area.getX() + 10,
            area.getY() + HEAD,
            area.getWidth() - 20,
            Math.max(10, area.getHeight() - HEAD - FOOT));
    drawTicks(g2, place);
    drawBars(g2, place, entities);
    drawObserved(g2, place, entities);
    return place;
  }

  /// The scale reaches as far on both sides, and to the observed d.
  private double reach() {
    double edges = Math.max(Math.abs(found.low()), Math.abs(found.high()));
    return Math.max(edges, Math.abs(found.observed()) * BEYOND);
  }

  private double x(double d, Rectangle2D place) {
    return place.getX() + (d + reach()) / (2 * reach()) * place.getWidth();
  }

  private boolean extreme(int bin) {
    double middle = found.edge(bin) + found.width() / 2;
    return alternative == Alternative.TWO_SIDED
        ? Math.abs(middle) >= Math.abs(found.observed())
        : middle >= found.observed();
  }

  private void drawBars(Graphics2D g2, Rectangle2D place, EntityCollection entities) {
    long most = found.counts().stream().mapToLong(Long::longValue).max().orElse(1);
    Color usual = ChartTheme.mix(style.theme().card(), style.theme().muted(), 0.5);
    for (int bin = 0; bin < found.counts().size(); bin++) {
      long count = found.counts().get(bin);
      double left = x(found.edge(bin), place);
      double right = x(found.edge(bin + 1), place);
      double height = place.getHeight() * count / Math.max(1, most);
      g2.setPaint(extreme(bin) ? style.theme().positive() : usual);
      g2.fill(
          new Rectangle2D.Double(
              left, place.getMaxY() - height, Math.max(0.5, right - left - 0.6), height));
      if (entities != null && count > 0) {
        NumberStyle numbers = style.numbers();
        entities.add(
            new ChartEntity(
                new Rectangle2D.Double(left, place.getY(), right - left, place.getHeight()),
                "d "
                    + numbers.decimal(found.edge(bin), 2)
                    + " … "
                    + numbers.decimal(found.edge(bin + 1), 2)
                    + ": "
                    + numbers.count(count)));
      }
    }
    g2.setPaint(style.theme().zero());
    g2.setStroke(new BasicStroke(1));
    g2.draw(new Line2D.Double(place.getX(), place.getMaxY(), place.getMaxX(), place.getMaxY()));
  }

  private void drawTicks(Graphics2D g2, Rectangle2D place) {
    Font font = Typeface.displaying(style.messages().text("null.axis")).note().deriveFont(11f);
    FontRenderContext context = g2.getFontRenderContext();
    double step = RoundAxis.roundStep(2 * reach() / TICKS);
    int most = (int) Math.floor(reach() / step + 1e-9);
    g2.setFont(font);
    g2.setStroke(new BasicStroke(1));
    for (int tick = -most; tick <= most; tick++) {
      double at = x(tick * step, place);
      g2.setPaint(tick == 0 ? style.theme().zero() : style.theme().grid());
      g2.draw(new Line2D.Double(at, place.getY(), at, place.getMaxY()));
      String text = style.numbers().signed(tick * step, step < 0.999 ? 1 : 0);
      g2.setPaint(style.theme().muted());
      double half = TextLines.wide(text, font, context) / 2;
      g2.drawString(text, (float) (at - half), (float) (place.getMaxY() + 15));
    }
    String axis =
        TextLines.cut(style.messages().text("null.axis"), font, place.getWidth(), context);
    double wide = TextLines.wide(axis, font, context);
    g2.drawString(axis, (float) (place.getMaxX() - wide), (float) (place.getMaxY() + 31));
  }

  private void drawObserved(Graphics2D g2, Rectangle2D place, EntityCollection entities) {
    double at = x(found.observed(), place);
    g2.setPaint(style.theme().text());
    g2.setStroke(new BasicStroke(2));
    g2.draw(new Line2D.Double(at, place.getY() - 4, at, place.getMaxY()));
    Font font = Typeface.displaying(observed).note().deriveFont(Font.BOLD);
    double wide = TextLines.wide(observed, font, g2.getFontRenderContext());
    double left = Math.clamp(at - wide / 2, place.getX(), place.getMaxX() - wide);
    g2.setFont(font);
    g2.drawString(observed, (float) left, (float) (place.getY() - 9));
    if (entities != null) {
      Rectangle2D box = new Rectangle2D.Double(at - 3, place.getY() - 4, 6, place.getHeight() + 4);
      entities.add(new SubjectEntity(box, subject, observed));
    }
  }
}
