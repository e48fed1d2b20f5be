package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.stream.IntStream;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.renderer.category.CategoryItemRendererState;
import org.jfree.chart.renderer.category.LineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.data.category.CategoryDataset;

/// Estimates as dots on thin interval lines, the series of a category one below the other; a series
/// without a value there takes no room.
final class IntervalDotRenderer extends LineAndShapeRenderer {
  private static final long serialVersionUID = 1L;
  private static final double WIDEST_PITCH = 14;
  private static final double SHARE_OF_CATEGORY = 0.8;
  private static final double DOT = 8;
  private static final float LINE = 1.8f;
  private final transient CategoryFrame frame;

  IntervalDotRenderer(CategoryFrame frame) {
    super(false, true);
    this.frame = frame;
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
    Mark mark = frame.grid().mark(row, column);
    if (pass != 0 || mark.value().isEmpty()) {
      return;
    }
    double pitch = pitch(plot, area, domain);
    double y = middle(plot, area, domain, row, column, pitch);
    RectangleEdge edge = plot.getRangeAxisEdge();
    double x = range.valueToJava2D(mark.value().getAsDouble() * frame.scale(), area, edge);
    double low =
        mark.interval()
            .map(it -> range.valueToJava2D(it.low() * frame.scale(), area, edge))
            .orElse(x);
    double high =
        mark.interval()
            .map(it -> range.valueToJava2D(it.high() * frame.scale(), area, edge))
            .orElse(x);
    Color color = frame.style().highlight().shade(mark.color(), mark.subject());
    g2.setPaint(color);
    g2.setStroke(new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    double dot = Math.min(DOT, Math.max(5, pitch));
    if (high > low) {
      g2.draw(new Line2D.Double(low, y, x - dot / 2, y));
      g2.draw(new Line2D.Double(x + dot / 2, y, high, y));
    }
    g2.fill(new Ellipse2D.Double(x - dot / 2, y - dot / 2, dot, dot));
    addEntity(state.getEntityCollection(), mark, low, high, y, Math.max(dot, pitch));
  }

  private double pitch(CategoryPlot plot, Rectangle2D area, CategoryAxis domain) {
    int columns = frame.grid().categories().size();
    RectangleEdge edge = plot.getDomainAxisEdge();
    double category =
        domain.getCategoryEnd(0, columns, area, edge)
            - domain.getCategoryStart(0, columns, area, edge);
    int most = IntStream.range(0, columns).map(this::present).max().orElse(1);
    return Math.min(WIDEST_PITCH, category * SHARE_OF_CATEGORY / Math.max(1, most));
  }

  private double middle(
      CategoryPlot plot, Rectangle2D area, CategoryAxis domain, int row, int column, double pitch) {
    long before = IntStream.range(0, row).filter(it -> has(it, column)).count();
    double centre =
        domain.getCategoryMiddle(
            column, frame.grid().categories().size(), area, plot.getDomainAxisEdge());
    return centre + (before - (present(column) - 1) / 2.0) * pitch;
  }

  /// Number of series with a value in a category.
  private int present(int column) {
    return (int)
        IntStream.range(0, frame.grid().series().size()).filter(it -> has(it, column)).count();
  }

  private boolean has(int row, int column) {
    return frame.grid().mark(row, column).value().isPresent();
  }

  private static void addEntity(
      EntityCollection entities, Mark mark, double low, double high, double y, double height) {
    if (entities != null) {
      Shape area = new Rectangle2D.Double(low - 5, y - height / 2, high - low + 10, height);
      entities.add(new SubjectEntity(area, mark.subject(), mark.tooltip()));
    }
  }
}
