package dev.plumbline.report;

import dev.plumbline.core.Interval;
import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Paint;
import java.awt.Shape;
import java.awt.font.LineMetrics;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RectangularShape;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.labels.CategoryItemLabelGenerator;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarPainter;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/// Thin flat bars, close together, with the number at the end of those that are lit and a thin line
/// where there is an interval.
final class FlatBarRenderer extends BarRenderer {
  private static final long serialVersionUID = 1L;
  private static final double THICKEST = 18;
  private static final double THINNEST_LABELLED = 8.5;
  private static final double SHARE_OF_CATEGORY = 0.94;

  /// Less where several bars stand together, so that one group ends before the next begins.
  private static final double SHARE_OF_GROUP = 0.82;

  private static final double LABEL_DISTANCE = 5;
  private static final int MOST_LABELS = 60;
  private final transient CategoryFrame frame;
  private final transient Font labelFont;

  FlatBarRenderer(CategoryFrame frame) {
    this.frame = frame;
    this.labelFont = frame.type().note().deriveFont(10.5f);
    setBarPainter(new Flat());
    setShadowVisible(false);
    setDrawBarOutline(false);
    setDefaultItemLabelsVisible(true);
    setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator());
  }

  @Override
  public Paint getItemPaint(int row, int column) {
    Mark mark = frame.grid().mark(row, column);
    return frame.style().highlight().shade(mark.color(), mark.subject());
  }

  @Override
  protected void calculateBarWidth(
      CategoryPlot plot, Rectangle2D area, int index, CategoryItemRendererState state) {
    CategoryAxis axis = plot.getDomainAxis();
    int columns = frame.grid().categories().size();
    RectangleEdge edge = plot.getDomainAxisEdge();
    double category =
        axis.getCategoryEnd(0, columns, area, edge) - axis.getCategoryStart(0, columns, area, edge);
    int rows = frame.grid().series().size();
    double pitch = category * (rows == 1 ? SHARE_OF_CATEGORY : SHARE_OF_GROUP) / rows;
    state.setBarWidth(Math.max(1, Math.min(THICKEST, pitch - gap(pitch))));
  }

  private static double gap(double pitch) {
    return pitch > 7 ? 2 : pitch > 3 ? 1 : 0;
  }

  @Override
  protected double calculateBarW0(
      CategoryPlot plot,
      PlotOrientation orientation,
      Rectangle2D area,
      CategoryAxis axis,
      CategoryItemRendererState state,
      int row,
      int column) {
    double middle =
        axis.getCategoryMiddle(
            column, frame.grid().categories().size(), area, plot.getDomainAxisEdge());
    int rows = frame.grid().series().size();
    double pitch = state.getBarWidth() + gap(state.getBarWidth() + 2);
    return middle + (row - (rows - 1) / 2.0) * pitch - state.getBarWidth() / 2;
  }

  @Override
  public void drawItem(
      Graphics2D g2,
      CategoryItemRendererState state,
      Rectangle2D area,
      CategoryPlot plot,
      CategoryAxis domain,
      ValueAxis range,
      CategoryDataset dataset,
      int row,
      int column,
      int pass) {
    super.drawItem(g2, state, area, plot, domain, range, dataset, row, column, pass);
    Mark mark = frame.grid().mark(row, column);
    if (mark.interval().isPresent()) {
      Interval interval = mark.interval().get();
      double y =
          calculateBarW0(plot, plot.getOrientation(), area, domain, state, row, column)
              + state.getBarWidth() / 2;
      RectangleEdge edge = plot.getRangeAxisEdge();
      double from = range.valueToJava2D(interval.low() * frame.scale(), area, edge);
      double to = range.valueToJava2D(interval.high() * frame.scale(), area, edge);
      g2.setStroke(new BasicStroke(1.3f));
      g2.setPaint(frame.style().highlight().shade(frame.style().theme().text(), mark.subject()));
      g2.draw(new Line2D.Double(from, y, to, y));
    }
  }

  @Override
  protected void drawItemLabel(
      Graphics2D g2,
      CategoryDataset dataset,
      int row,
      int column,
      CategoryPlot plot,
      CategoryItemLabelGenerator generator,
      Rectangle2D bar,
      boolean negative) {
    Mark mark = frame.grid().mark(row, column);
    if (!labelled(mark, bar.getHeight())) {
      return;
    }
    double end = bar.getMaxX();
    if (mark.interval().isPresent()) {
      double perUnit = bar.getWidth() / mark.value().orElse(1);
      end = Math.max(end, bar.getMinX() + perUnit * mark.interval().get().high());
    }
    LineMetrics metrics = labelFont.getLineMetrics("0", g2.getFontRenderContext());
    g2.setFont(labelFont);
    g2.setPaint(frame.style().theme().muted());
    g2.drawString(
        mark.label(),
        (float) (end + LABEL_DISTANCE),
        (float) (bar.getCenterY() + metrics.getAscent() * 0.36));
  }

  private boolean labelled(Mark mark, double thickness) {
    Highlight highlight = frame.style().highlight();
    int marks = frame.grid().series().size() * frame.grid().categories().size();
    return highlight.empty()
        ? thickness >= THINNEST_LABELLED && marks <= MOST_LABELS
        : highlight.lights(mark.subject());
  }

  @Override
  protected void addItemEntity(
      EntityCollection entities, CategoryDataset dataset, int row, int column, Shape hotspot) {
    Mark mark = frame.grid().mark(row, column);
    Rectangle2D area = hotspot.getBounds2D();
    Shape wide =
        new Rectangle2D.Double(
            area.getX(), area.getY() - 1, Math.max(6, area.getWidth()), area.getHeight() + 2);
    entities.add(new SubjectEntity(wide, mark.subject(), mark.tooltip()));
  }

  /// Fills without gradient, outline or shadow.
  private static final class Flat implements BarPainter {
    @Override
    public void paintBar(
        Graphics2D g2,
        BarRenderer renderer,
        int row,
        int column,
        RectangularShape bar,
        RectangleEdge base) {
      g2.setPaint(renderer.getItemPaint(row, column));
      double arc = Math.min(4, bar.getHeight() / 2);
      g2.fill(
          new RoundRectangle2D.Double(
              bar.getX(), bar.getY(), bar.getWidth(), bar.getHeight(), arc, arc));
    }

    @Override
    public void paintBarShadow(
        Graphics2D g2,
        BarRenderer renderer,
        int row,
        int column,
        RectangularShape bar,
        RectangleEdge base,
        boolean pegShadow) {
      // flat bars cast none
    }
  }
}
