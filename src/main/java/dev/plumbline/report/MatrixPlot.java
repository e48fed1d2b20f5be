package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.entity.EntityCollection;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.PlotState;

/// Draws a [Matrix]: rounded cells with their number inside, names of columns above and of rows at
/// the left. Text that does not fit its cell is written smaller, then left out; a cell where
/// nothing was measured is an empty outline whose tooltip has the reason.
final class MatrixPlot extends Plot {
  private static final long serialVersionUID = 1L;
  private static final double WIDEST_NAMES = 0.34;
  private static final double TALLEST_ROW = 44;
  private static final double CHIP = 8;
  private static final float SMALLEST = 9;
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
    MatrixHeader header = new MatrixHeader(matrix, style, type);
    double columnWidth = (area.getWidth() - names) / matrix.columns();
    double top = header.height(columnWidth, context);
    double rowHeight = Math.min(TALLEST_ROW, (area.getHeight() - top) / matrix.rows().size());
    Rectangle2D cells =
        new Rectangle2D.Double(
            area.getX() + names,
            area.getY() + top,
            columnWidth * matrix.columns(),
            rowHeight * matrix.rows().size());
    if (info != null) {
      info.setPlotArea(area);
      info.setDataArea(cells);
    }
    header.draw(g2, cells, columnWidth);
    EntityCollection entities =
        info == null || info.getOwner() == null ? null : info.getOwner().getEntityCollection();
    for (int row = 0; row < matrix.rows().size(); row++) {
      double y = cells.getY() + row * rowHeight;
      drawName(g2, matrix.rows().get(row), area.getX(), y, names, rowHeight);
      for (int column = 0; column < matrix.columns(); column++) {
        Rectangle2D box =
            new Rectangle2D.Double(cells.getX() + column * columnWidth, y, columnWidth, rowHeight);
        drawCell(g2, matrix.cells().get(row).get(column), box, entities);
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

  private void drawName(
      Graphics2D g2, Matrix.Row row, double x, double y, double width, double height) {
    boolean lit = row.subject().map(style.highlight()::lights).orElse(true);
    double left = x;
    if (chips()) {
      row.chip()
          .ifPresent(
              chip -> {
                g2.setPaint(lit ? chip : Highlight.faded(chip));
                g2.fill(
                    new RoundRectangle2D.Double(x, y + height / 2 - CHIP / 2, CHIP, CHIP, 3, 3));
              });
      left += CHIP + 6;
    }
    Font font = type.body().deriveFont((float) Math.max(SMALLEST, Math.min(13, height - 3)));
    double room = width - (left - x) - 10;
    FontRenderContext context = g2.getFontRenderContext();
    int most = height >= 34 ? 2 : 1;
    List<String> lines = TextLines.wrap(row.name(), font, room, most, context);
    g2.setFont(font);
    g2.setPaint(lit ? style.theme().text() : style.theme().muted());
    LineMetrics metrics = font.getLineMetrics(row.name(), context);
    double baseline = y + height / 2 - lines.size() * metrics.getHeight() / 2 + metrics.getAscent();
    for (String line : lines) {
      double at = chips() ? left : left + room - TextLines.wide(line, font, context);
      g2.drawString(line, (float) at, (float) baseline);
      baseline += metrics.getHeight();
    }
  }

  private void drawCell(
      Graphics2D g2, Matrix.Cell cell, Rectangle2D box, EntityCollection entities) {
    double gap = Math.min(3, Math.min(box.getWidth(), box.getHeight()) * 0.08);
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
      Color fill = cell.fill().get();
      double share = lit ? 1 : Highlight.UNSELECTED;
      Color shown = ChartTheme.mix(style.theme().card(), fill, share);
      g2.setPaint(shown);
      g2.fill(shape);
      drawNumber(g2, cell, shape, lit ? style.theme().textOn(shown) : style.theme().muted());
    } else {
      g2.setPaint(style.theme().grid());
      g2.setStroke(new BasicStroke(1));
      g2.draw(shape);
    }
    if (entities != null) {
      entities.add(new SubjectEntity(box, cell.subject(), cell.tooltip()));
    }
  }

  private void drawNumber(Graphics2D g2, Matrix.Cell cell, RoundRectangle2D box, Color color) {
    FontRenderContext context = g2.getFontRenderContext();
    int weight = cell.strong() ? Font.BOLD : Font.PLAIN;
    for (float size = 13; size >= SMALLEST; size--) {
      Font font = type.body().deriveFont(weight, size);
      double width = TextLines.wide(cell.text(), font, context);
      if (width <= box.getWidth() - 4 && size <= box.getHeight()) {
        g2.setFont(font);
        g2.setPaint(color);
        double ascent = font.getLineMetrics("0", context).getAscent();
        g2.drawString(
            cell.text(),
            (float) (box.getCenterX() - width / 2),
            (float) (box.getCenterY() + ascent * 0.37));
        return;
      }
    }
  }

  /// Names of columns and groups above the cells.
  private record MatrixHeader(Matrix matrix, ChartStyle style, Typeface type) {
    private static final int LINES = 3;
    private static final double LINE = 14;
    private static final double GAP = 6;

    private Font font() {
      return type.note().deriveFont(11f);
    }

    private boolean grouped() {
      return matrix.groups().stream().anyMatch(group -> !group.name().isEmpty());
    }

    /// Whether every name fits across in a few lines, no word cut.
    private boolean across(double width, FontRenderContext context) {
      return matrix.groups().stream()
          .flatMap(group -> group.columns().stream())
          .allMatch(
              name ->
                  TextLines.wrap(name, font(), width - 4, LINES, context).stream()
                      .allMatch(
                          line ->
                              !line.endsWith("…")
                                  && TextLines.wide(line, font(), context) <= width - 4));
    }

    double height(double width, FontRenderContext context) {
      double names =
          matrix.groups().stream()
              .flatMap(group -> group.columns().stream())
              .mapToDouble(
                  name ->
                      across(width, context)
                          ? TextLines.wrap(name, font(), width - 4, LINES, context).size() * LINE
                          : TextLines.wide(name, font(), context))
              .max()
              .orElse(0);
      return names + GAP + (grouped() ? groupLines(width, context) * LINE + GAP : 0);
    }

    private int groupLines(double width, FontRenderContext context) {
      return matrix.groups().stream()
          .mapToInt(group -> groupName(group, width, context).size())
          .max()
          .orElse(0);
    }

    private List<String> groupName(Matrix.Group group, double width, FontRenderContext context) {
      return TextLines.wrap(
          group.name(), type.note(), width * group.columns().size() - 8, 2, context);
    }

    void draw(Graphics2D g2, Rectangle2D cells, double width) {
      FontRenderContext context = g2.getFontRenderContext();
      boolean across = across(width, context);
      double x = cells.getX();
      double top = cells.getY() - height(width, context);
      for (Matrix.Group group : matrix.groups()) {
        if (grouped()) {
          drawGroup(g2, group, x, top, width, groupLines(width, context));
        }
        for (String name : group.columns()) {
          g2.setFont(font());
          g2.setPaint(style.theme().muted());
          if (across) {
            drawAcross(g2, name, x + width / 2, cells.getY(), width);
          } else {
            drawUp(g2, name, x + width / 2, cells.getY());
          }
          x += width;
        }
      }
    }

    private void drawGroup(
        Graphics2D g2, Matrix.Group group, double x, double top, double width, int most) {
      FontRenderContext context = g2.getFontRenderContext();
      double span = width * group.columns().size();
      List<String> lines = groupName(group, width, context);
      g2.setFont(type.note());
      g2.setPaint(style.theme().text());
      double baseline = top + (most - lines.size()) * LINE + LINE - 3;
      for (String line : lines) {
        double at = x + (span - TextLines.wide(line, type.note(), context)) / 2;
        g2.drawString(line, (float) at, (float) baseline);
        baseline += LINE;
      }
      g2.setPaint(style.theme().hairline());
      g2.setStroke(new BasicStroke(1));
      double y = top + most * LINE + 2;
      g2.draw(new Line2D.Double(x + 4, y, x + span - 4, y));
    }

    private void drawAcross(
        Graphics2D g2, String name, double middle, double bottom, double width) {
      FontRenderContext context = g2.getFontRenderContext();
      List<String> lines = TextLines.wrap(name, font(), width - 4, LINES, context);
      double baseline = bottom - GAP + 2 - (lines.size() - 1) * LINE;
      for (String line : lines) {
        double at = middle - TextLines.wide(line, font(), context) / 2;
        g2.drawString(line, (float) at, (float) baseline);
        baseline += LINE;
      }
    }

    private void drawUp(Graphics2D g2, String name, double middle, double bottom) {
      AffineTransform before = g2.getTransform();
      g2.translate(middle + 4, bottom - GAP + 2);
      g2.rotate(-Math.PI / 2);
      g2.drawString(name, 0, 0);
      g2.setTransform(before);
    }
  }
}
