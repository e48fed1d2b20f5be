package dev.plumbline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import org.jfree.chart.entity.EntityCollection;

/// Names of rows down the left of a chart, each with a chip of its dataset's colour; where rows are
/// low only every other is named. Pointing at a name tells it in full.
final class RowNames {
  private static final double WIDEST_NAMES = 0.34;
  private static final double TWO_LINES = 28;
  private static final double LEADING = 1.25;
  private static final double CHIP = 8;
  private static final double SMALLEST = 9;
  private final List<Matrix.Row> rows;
  private final ChartStyle style;
  private final Typeface type;

  RowNames(List<Matrix.Row> rows, ChartStyle style, Typeface type) {
    this.rows = rows;
    this.style = style;
    this.type = type;
  }

  /// Where the names stand.
  ///
  /// @param x left end
  /// @param top top of the first row
  /// @param width room for a name
  /// @param height height of a row
  record Place(double x, double top, double width, double height) {}

  /// Draws the names, each in the middle of its row.
  ///
  /// @param entities hears where they are, null if nobody listens
  void draw(Graphics2D g2, Place place, EntityCollection entities) {
    double height = place.height();
    int every = (int) Math.max(1, Math.ceil(SMALLEST / height));
    for (int row = 0; row < rows.size(); row++) {
      Matrix.Row name = rows.get(row);
      double y = place.top() + row * height;
      drawChip(g2, name, place.x(), y + height / 2, Math.min(CHIP, height - 1));
      if (row % every == 0) {
        drawName(g2, name, place.x(), y, place.width(), height);
      }
      if (entities != null && name.subject().isPresent()) {
        Rectangle2D box = new Rectangle2D.Double(place.x(), y, place.width() - 8, height);
        entities.add(new SubjectEntity(box, name.subject().get(), name.name()));
      }
    }
  }

  private boolean chips() {
    return rows.stream().anyMatch(row -> row.chip().isPresent());
  }

  /// Width that the names take of `width`.
  double width(double width, FontRenderContext context) {
    double widest =
        rows.stream()
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
    double room = width - (left - x) - 10;
    FontRenderContext context = g2.getFontRenderContext();
    Font font = sized(height);
    List<String> lines = TextLines.wrap(row.name(), font, room, 1, context);
    if (height >= TWO_LINES && !lines.getFirst().equals(row.name())) {
      font = sized(height / 2);
      lines = TextLines.wrap(row.name(), font, room, 2, context);
    }
    g2.setFont(font);
    g2.setPaint(lit(row) ? style.theme().text() : style.theme().muted());
    LineMetrics metrics = font.getLineMetrics(row.name(), context);
    double leading = Math.min(metrics.getHeight(), LEADING * font.getSize2D());
    double above = (leading - metrics.getHeight()) / 2 + metrics.getAscent();
    double baseline = y + height / 2 - lines.size() * leading / 2 + above;
    for (String line : lines) {
      double at = chips() ? left : left + room - TextLines.wide(line, font, context);
      g2.drawString(line, (float) at, (float) baseline);
      baseline += leading;
    }
  }

  private Font sized(double height) {
    return type.body().deriveFont((float) Math.clamp(height - 3, SMALLEST, 13));
  }
}
