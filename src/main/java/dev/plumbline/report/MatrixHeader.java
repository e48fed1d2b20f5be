package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Stream;
import org.jfree.chart.entity.ChartEntity;
import org.jfree.chart.entity.EntityCollection;

/// Names of columns and of their groups above a [Matrix]: across where they fit, in up to three
/// lines, else upright in one or two. A name that is cut is told in full where it is pointed at.
final class MatrixHeader {
  private static final int LINES = 3;
  private static final int GROUP_LINES = 4;
  private static final double UPRIGHT_LINE = 10.5;
  private static final double LINE = 14;
  private static final double GAP = 6;
  private static final float SMALLEST = 9.5f;
  private static final float FULL = 11;
  private final Matrix matrix;
  private final ChartStyle style;
  private final Typeface type;
  private final MatrixColumns columns;
  private final FontRenderContext context;
  private final Font font;
  private final int lines;

  MatrixHeader(
      Matrix matrix,
      ChartStyle style,
      Typeface type,
      MatrixColumns columns,
      FontRenderContext context) {
    this.matrix = matrix;
    this.style = style;
    this.type = type;
    this.columns = columns;
    this.context = context;
    boolean small = !fits(sized(FULL), 1) && fits(sized(SMALLEST), 1);
    font = sized(small ? SMALLEST : FULL);
    lines = Stream.of(1, 2, LINES).filter(n -> fits(font, n)).findFirst().orElse(0);
  }

  private Font sized(float size) {
    return type.note().deriveFont(size);
  }

  private Stream<String> names() {
    return matrix.groups().stream().flatMap(group -> group.columns().stream());
  }

  /// Whether every name fits in so many lines, no word cut.
  private boolean fits(Font candidate, int most) {
    double room = columns.width() - 4;
    return names()
        .allMatch(
            name ->
                TextLines.wrap(name, candidate, room, most, context).stream()
                    .allMatch(
                        line ->
                            !line.endsWith("…")
                                && TextLines.wide(line, candidate, context) <= room));
  }

  private boolean grouped() {
    return matrix.groups().stream().anyMatch(group -> !group.name().isEmpty());
  }

  private List<String> groupName(Matrix.Group group) {
    double room = columns.width() * group.columns().size() - 8;
    return TextLines.wrap(group.name(), type.note(), Math.max(room, 12), GROUP_LINES, context);
  }

  /// Lines of a name that stands upright: broken at a space where two lines fit side by side.
  private List<String> upright(String name) {
    double whole = TextLines.wide(name, font, context);
    return columns.width() < 2 * UPRIGHT_LINE || name.indexOf(' ') < 0
        ? List.of(name)
        : TextLines.wrap(name, font, whole * 0.7, 2, context);
  }

  private double uprightHeight() {
    return names()
        .flatMap(name -> upright(name).stream())
        .mapToDouble(line -> TextLines.wide(line, font, context))
        .max()
        .orElse(0);
  }

  private int groupLines() {
    return matrix.groups().stream().mapToInt(group -> groupName(group).size()).max().orElse(0);
  }

  /// Height of everything above the cells.
  double height() {
    double names = lines > 0 ? lines * LINE : uprightHeight();
    return names + GAP + (grouped() ? groupLines() * LINE + GAP : 0);
  }

  /// Draws the names above the cells.
  ///
  /// @param entities hears where groups are whose name is cut, null if nobody listens
  void draw(Graphics2D g2, Rectangle2D cells, EntityCollection entities) {
    int column = 0;
    for (Matrix.Group group : matrix.groups()) {
      if (grouped()) {
        double top = cells.getY() - height();
        drawGroup(g2, group, column, top);
        if (entities != null && groupName(group).getLast().endsWith("…")) {
          double span = columns.width() * group.columns().size();
          Rectangle2D box =
              new Rectangle2D.Double(columns.left(column), top, span, groupLines() * LINE);
          entities.add(new ChartEntity(box, group.name()));
        }
      }
      for (String name : group.columns()) {
        g2.setFont(font);
        g2.setPaint(style.theme().muted());
        double middle = columns.left(column) + columns.width() / 2;
        if (lines > 0) {
          drawAcross(g2, name, middle, cells.getY());
        } else {
          drawUpright(g2, name, middle, cells.getY());
        }
        column++;
      }
    }
  }

  private void drawGroup(Graphics2D g2, Matrix.Group group, int column, double top) {
    double x = columns.left(column);
    double span = columns.width() * group.columns().size();
    List<String> name = groupName(group);
    g2.setFont(type.note());
    g2.setPaint(style.theme().text());
    double baseline = top + (groupLines() - name.size()) * LINE + LINE - 3;
    for (String line : name) {
      double at = x + (span - TextLines.wide(line, type.note(), context)) / 2;
      g2.drawString(line, (float) at, (float) baseline);
      baseline += LINE;
    }
    g2.setPaint(style.theme().hairline());
    g2.setStroke(new BasicStroke(1));
    double y = top + groupLines() * LINE + 2;
    g2.draw(new Line2D.Double(x + 3, y, x + span - 3, y));
  }

  private void drawAcross(Graphics2D g2, String name, double middle, double bottom) {
    List<String> broken = TextLines.wrap(name, font, columns.width() - 4, lines, context);
    double baseline = bottom - GAP + 2 - (broken.size() - 1) * LINE;
    for (String line : broken) {
      double at = middle - TextLines.wide(line, font, context) / 2;
      g2.drawString(line, (float) at, (float) baseline);
      baseline += LINE;
    }
  }

  private void drawUpright(Graphics2D g2, String name, double middle, double bottom) {
    AffineTransform before = g2.getTransform();
    List<String> broken = upright(name);
    g2.translate(middle + 4 - (broken.size() - 1) * UPRIGHT_LINE / 2, bottom - GAP + 2);
    g2.rotate(-Math.PI / 2);
    for (int i = 0; i < broken.size(); i++) {
      g2.drawString(broken.get(i), 0, (float) (i * UPRIGHT_LINE));
    }
    g2.setTransform(before);
  }
}
