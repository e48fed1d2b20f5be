package dev.plumbline.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/// Names beside the chosen points, where they find room: right, left, above or below, never over a
/// point or another name; a name that finds none is left out.
final class PointLabels extends AbstractXYAnnotation {
  private static final long serialVersionUID = 1L;
  private static final double AWAY = PointRenderer.DIAMETER / 2 + 4;
  private final transient List<ScatterPoint> points;
  private final double scale;
  private final transient ChartStyle style;
  private final transient Font font;

  PointLabels(List<ScatterPoint> points, double scale, ChartStyle style, Typeface type) {
    this.points = points;
    this.scale = scale;
    this.style = style;
    this.font = type.note();
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
    if (style.highlight().empty()) {
      return;
    }
    List<Point2D> places =
        points.stream().map(point -> place(point, plot, area, domain, range)).toList();
    List<Rectangle2D> taken = new ArrayList<>();
    places.forEach(it -> taken.add(new Rectangle2D.Double(it.getX() - 6, it.getY() - 6, 12, 12)));
    g2.setFont(font);
    g2.setPaint(style.theme().text());
    for (int i = 0; i < points.size(); i++) {
      if (style.highlight().lights(points.get(i).subject())) {
        label(g2, points.get(i).name(), places.get(i), area, taken);
      }
    }
  }

  private Point2D place(
      ScatterPoint point, XYPlot plot, Rectangle2D area, ValueAxis domain, ValueAxis range) {
    RectangleEdge below = plot.getDomainAxisEdge();
    RectangleEdge left = plot.getRangeAxisEdge();
    return new Point2D.Double(
        domain.valueToJava2D(point.x() * scale, area, below),
        range.valueToJava2D(point.d(), area, left));
  }

  private void label(
      Graphics2D g2, String name, Point2D at, Rectangle2D area, List<Rectangle2D> taken) {
    Rectangle2D bounds = font.getStringBounds(name, g2.getFontRenderContext());
    double w = bounds.getWidth();
    double h = bounds.getHeight();
    double[][] corners = {
      {at.getX() + AWAY, at.getY() - h / 2},
      {at.getX() - AWAY - w, at.getY() - h / 2},
      {at.getX() - w / 2, at.getY() - AWAY - h},
      {at.getX() - w / 2, at.getY() + AWAY}
    };
    for (double[] corner : corners) {
      Rectangle2D box = new Rectangle2D.Double(corner[0], corner[1], w, h);
      if (area.contains(box) && taken.stream().noneMatch(box::intersects)) {
        g2.drawString(name, (float) corner[0], (float) (corner[1] - bounds.getY()));
        taken.add(box);
        return;
      }
    }
  }
}
