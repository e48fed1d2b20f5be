package dev.plumbline.report;

import java.awt.Graphics2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/// A plot that draws all of itself, without JFreeChart's axes and renderers.
abstract class DrawnPlot extends Plot {
  private static final long serialVersionUID = 1L;
  private final String kind;

  /// @param kind what kind of plot it is
  DrawnPlot(String kind) {
    this.kind = kind;
  }

  /// Draws it.
  ///
  /// @param entities takes what can be pointed at, null if nothing can
  /// @return where its marks are
  abstract Rectangle2D draw(Graphics2D g2, Rectangle2D area, EntityCollection entities);

  @Override
  public final String getPlotType() {
    return kind;
  }

  @Override
  public final void draw(
      Graphics2D g2,
      Rectangle2D area,
      Point2D anchor,
      PlotState parentState,
      PlotRenderingInfo info) {
    EntityCollection entities =
        info == null || info.getOwner() == null ? null : info.getOwner().getEntityCollection();
    Rectangle2D marks = draw(g2, area, entities);
    if (info != null) {
      info.setPlotArea(area);
      info.setDataArea(marks);
    }
  }
}
