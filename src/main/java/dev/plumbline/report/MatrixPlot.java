package dev.plumbline.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jfree.chart.entity.EntityCollection;

/// Draws a [Matrix]: rounded cells with their number inside, names of columns above and of rows at
/// the left. Where cells are small all numbers are written smaller, then shorter, then left out; a
/// cell without a value is an outline with a sign in it, or crossed out; its tooltip has the
/// reason. A strong cell has a dot in its corner, or in its middle where no number fits.
final class MatrixPlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;
  private static final double TALLEST_ROW = 64;
  private static final double DOTTED = 17;
  private final transient Matrix matrix;
  private final transient ChartStyle style;
  private final transient Typeface type;

  MatrixPlot(Matrix matrix, ChartStyle style, Typeface type) {
    super("matrix");
    this.matrix = matrix;
    this.style = style;
    this.type = type;
  }

  @Override
  Rectangle2D draw(Graphics2D g2, Rectangle2D area, EntityCollection entities) {
    FontRenderContext context = g2.getFontRenderContext();
    RowNames rowNames = new RowNames(matrix.rows(), style, type);
    double names = rowNames.width(area.getWidth(), context);
    MatrixColumns columns = new MatrixColumns(matrix, area.getX() + names, area.getWidth() - names);
    MatrixHeader header = new MatrixHeader(matrix, style, type, columns, context);
    double top = header.height();
    MatrixLegendPainter legend = legend(area, false, context);
    double rowHeight = rowHeight(area, top, legend);
    CellText text = CellText.fitting(matrix, type, columns.width(), rowHeight, context);
    if (text.kind() == CellText.Kind.NONE) {
      legend = legend(area, true, context);
      rowHeight = rowHeight(area, top, legend);
    }
    Rectangle2D cells =
        new Rectangle2D.Double(
            columns.start(), area.getY() + top, columns.total(), rowHeight * matrix.rows().size());
    drawCells(g2, columns, cells, rowHeight, text, entities);
    header.draw(g2, cells, entities);
    rowNames.draw(g2, new RowNames.Place(area.getX(), cells.getY(), names, rowHeight), entities);
    legend.draw(g2, area.getX(), cells.getMaxY());
    return cells;
  }

  private MatrixLegendPainter legend(
      Rectangle2D area, boolean unwritten, FontRenderContext context) {
    return new MatrixLegendPainter(
        matrix.legend(), style, type, area.getWidth(), unwritten, context);
  }

  private double rowHeight(Rectangle2D area, double top, MatrixLegendPainter legend) {
    double room = area.getHeight() - top - legend.height();
    return Math.min(TALLEST_ROW, room / matrix.rows().size());
  }

  private void drawCells(
      Graphics2D g2,
      MatrixColumns columns,
      Rectangle2D cells,
      double rowHeight,
      CellText text,
      EntityCollection entities) {
    for (int row = 0; row < matrix.rows().size(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        Rectangle2D box =
            new Rectangle2D.Double(
                columns.left(column), cells.getY() + row * rowHeight, columns.width(), rowHeight);
        drawCell(g2, matrix.cells().get(row).get(column), box, text, entities);
      }
    }
  }

  private void drawCell(
      Graphics2D g2, Matrix.Cell cell, Rectangle2D box, CellText text, EntityCollection entities) {
    double gap = Math.min(3, Math.min(box.getWidth(), box.getHeight()) * 0.06);
    double arc = Math.min(8, Math.min(box.getWidth(), box.getHeight()) / 3);
    RoundRectangle2D shape =
        new RoundRectangle2D.Double(
            box.getX() + gap,
            box.getY() + gap,
            box.getWidth() - 2 * gap,
            box.getHeight() - 2 * gap,
            arc,
            arc);
    boolean lit = style.highlight().lights(cell.subject());
    if (cell.fill().isPresent()) {
      double share = lit ? 1 : Highlight.UNSELECTED;
      Color shown = ChartTheme.mix(style.theme().card(), cell.fill().get(), share);
      g2.setPaint(shown);
      g2.fill(shape);
      Color ink = lit ? style.theme().textOn(shown) : style.theme().muted();
      text.draw(g2, cell, box, ink);
      if (cell.strong()) {
        drawDot(g2, box, text, text.dotBelow(cell), ink);
      }
    } else {
      Color line = ChartTheme.mix(style.theme().hairline(), style.theme().muted(), 0.4);
      MatrixLegendPainter.emptyCell(
          g2, shape, cell.text(), type.note(), lit ? line : Highlight.faded(line));
    }
    if (entities != null) {
      entities.add(new SubjectEntity(box, cell.subject(), cell.tooltip()));
    }
  }

  private static void drawDot(
      Graphics2D g2, Rectangle2D box, CellText text, boolean below, Color ink) {
    double least = Math.min(box.getWidth(), box.getHeight());
    boolean alone = text.kind() == CellText.Kind.NONE;
    if (!alone && least < DOTTED) {
      return;
    }
    double r = Math.min(below ? 1.5 : 2, least / 5);
    double x = alone || below ? box.getCenterX() : box.getMaxX() - 7;
    double y = alone ? box.getCenterY() : below ? box.getMaxY() - 4.5 : box.getY() + 7;
    g2.setPaint(ink);
    g2.fill(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
  }
}
