package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.XYDataset;

/// Points in the colour of their dataset and the shape of their family, parted from each other by a
/// thin line in the card's colour.
final class PointRenderer extends XYLineAndShapeRenderer {
  static final double DIAMETER = 11;
  private static final long serialVersionUID = 1L;
  private static final double REACH = 18;
  private final transient List<ScatterPoint> points;
  private final transient ChartStyle style;

  PointRenderer(List<ScatterPoint> points, ChartStyle style) {
    super(false, true);
    this.points = points;
    this.style = style;
    setUseOutlinePaint(true);
    setDrawOutlines(true);
    setDefaultOutlinePaint(style.theme().card());
    setDefaultOutlineStroke(new BasicStroke(1f));
    setUseOutlinePaint(true);
    setAutoPopulateSeriesOutlinePaint(false);
    setAutoPopulateSeriesOutlineStroke(false);
  }

  @Override
  public Shape getItemShape(int row, int column) {
    return points.get(column).look().marker().shape(DIAMETER);
  }

  @Override
  public Paint getItemPaint(int row, int column) {
    ScatterPoint point = points.get(column);
    return style.highlight().shade(point.look().color(), point.subject());
  }

  @Override
  protected void addEntity(
      EntityCollection entities,
      Shape hotspot,
      XYDataset dataset,
      int series,
      int item,
      double x,
      double y) {
    ScatterPoint point = points.get(item);
    Shape around = new Ellipse2D.Double(x - REACH / 2, y - REACH / 2, REACH, REACH);
    entities.add(new SubjectEntity(around, point.subject(), point.tooltip()));
  }
}
