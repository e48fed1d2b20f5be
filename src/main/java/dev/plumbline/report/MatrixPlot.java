package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/// Draws a [Matrix]: rounded cells with their number inside, names of columns above and of rows at
/// the left. Where cells are small all numbers are written smaller, then shorter, then left out; a
/// cell where nothing was measured is an empty outline whose tooltip has the reason.
final class MatrixPlot extends Plot {
  private static final long serialVersionUID = 1L;
  private static final double WIDEST_NAMES = 0.34;
  private static final double TALLEST_ROW = 64;
  private static final double TWO_LINES = 34;
  private static final double CHIP = 8;
  private static final double SMALLEST = 9;
  private final transient Matrix matrix;
  private final transient ChartStyle style;
  private final transient Typeface type;

  MatrixPlot(Matrix matrix, ChartStyle style, Typeface type) {
    this.matrix = matrix;
    this.style = style;
    this.type = type;
  }

  @Override
  public String getPlotType() {
    return "matrix";
  }

  @Override
  public void draw(
      Graphics2D g2,
      Rectangle2D area,
      Point2D anchor,
      PlotState parentState,
      PlotRenderingInfo info) {
    FontRenderContext context = g2.getFontRenderContext();
    double names = nameWidth(area.getWidth(), context);
    MatrixColumns columns = new MatrixColumns(matrix, area.getX() + names, area.getWidth() - names);
    MatrixHeader header = new MatrixHeader(matrix, style, type, columns, context);
    double top = header.height();
    double rowHeight = Math.min(TALLEST_ROW, (area.getHeight() - top) / matrix.rows().size());
    Rectangle2D cells =
        new Rectangle2D.Double(
            columns.start(), area.getY() + top, columns.total(), rowHeight * matrix.rows().size());
    if (info != null) {
      info.setPlotArea(area);
      info.setDataArea(cells);
    }
    header.draw(g2, cells);
    drawNames(g2, area.getX(), cells.getY(), names, rowHeight);
    drawCells(g2, columns, cells, rowHeight, entities(info));
  }

  private static EntityCollection entities(PlotRenderingInfo info) {
    return info == null || info.getOwner() == null ? null : info.getOwner().getEntityCollection();
  }

  private void drawNames(Graphics2D g2, double x, double top, double width, double height) {
    int every = (int) Math.max(1, Math.ceil(SMALLEST / height));
    for (int row = 0; row < matrix.rows().size(); row++) {
      Matrix.Row name = matrix.rows().get(row);
      drawChip(g2, name, x, top + (row + 0.5) * height, Math.min(CHIP, height - 1));
      if (row % every == 0) {
        drawName(g2, name, x, top + row * height, width, height);
      }
    }
  }

  private void drawCells(
      Graphics2D g2,
      MatrixColumns columns,
      Rectangle2D cells,
      double rowHeight,
      EntityCollection entities) {
    CellText text =
        CellText.fitting(matrix, type, columns.width(), rowHeight, g2.getFontRenderContext());
    for (int row = 0; row < matrix.rows().size(); row++) {
      for (int column = 0; column < matrix.columns(); column++) {
        Rectangle2D box =
            new Rectangle2D.Double(
                columns.left(column), cells.getY() + row * rowHeight, columns.width(), rowHeight);
        drawCell(g2, matrix.cells().get(row).get(column), box, text, entities);
      }
    }
  }

  private boolean chips() {
    return matrix.rows().stream().anyMatch(row -> row.chip().isPresent());
  }

  private double nameWidth(double width, FontRenderContext context) {
    double widest =
        matrix.rows().stream()
            .mapToDouble(row -> TextLines.wide(row.name(), type.body(), context))
            .max()
            .orElse(0);
    return Math.min(width * WIDEST_NAMES, widest + 12 + (chips() ? CHIP + 6 : 0));
  }

  private boolean lit(Matrix.Row row) {
    return row.subject().map(style.highlight()::lights).orElse(true);
  }

  private void drawChip(Graphics2D g2, Matrix.Row row, double x, double middle, double size) {
    if (row.chip().isPresent()) {
      Color chip = row.chip().get();
      g2.setPaint(lit(row) ? chip : Highlight.faded(chip));
      g2.fill(new RoundRectangle2D.Double(x, middle - size / 2, CHIP, size, 3, 3));
    }
  }

  private void drawName(
      Graphics2D g2, Matrix.Row row, double x, double y, double width, double height) {
    double left = chips() ? x + CHIP + 6 : x;
    Font font = type.body().deriveFont((float) Math.max(SMALLEST, Math.min(13, height - 3)));
    double room = width - (left - x) - 10;
    FontRenderContext context = g2.getFontRenderContext();
    List<String> lines =
        TextLines.wrap(row.name(), font, room, height >= TWO_LINES ? 2 : 1, context);
    g2.setFont(font);
    g2.setPaint(lit(row) ? style.theme().text() : style.theme().muted());
    LineMetrics metrics = font.getLineMetrics(row.name(), context);
    double baseline = y + height / 2 - lines.size() * metrics.getHeight() / 2 + metrics.getAscent();
    for (String line : lines) {
      double at = chips() ? left : left + room - TextLines.wide(line, font, context);
      g2.drawString(line, (float) at, (float) baseline);
      baseline += metrics.getHeight();
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
      text.draw(g2, cell, box, lit ? style.theme().textOn(shown) : style.theme().muted());
    } else {
      g2.setPaint(style.theme().grid());
      g2.setStroke(new BasicStroke(1));
      g2.draw(shape);
    }
    if (entities != null) {
      entities.add(new SubjectEntity(box, cell.subject(), cell.tooltip()));
    }
  }
}
