package dev.plumbline.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.entity.EntityCollection;

/// Draws [DotPanels]: estimates as dots on thin interval lines, the published band in grey behind
/// them, values written at the right where rows are high enough.
final class DotPanelPlot extends DrawnPlot {
  private static final long serialVersionUID = 1L;
  private static final double BETWEEN = 22;
  private static final double LAST_TICK = 8;
  private static final double LINE = 15;
  private static final int NAME_LINES = 2;
  private static final double FOOT = 20;
  private static final double TALLEST_ROW = 40;
  private static final double LABEL = 46;
  private static final double LABELLED_ROW = 11;
  private static final double LABELLED_PANEL = 120;
  private static final double MANY_TICKS = 110;
  private static final double DOT = 8;
  private final transient DotPanels panels;
  private final transient ChartStyle style;
  private final transient Typeface type;

  /// One panel's place: the scale's left end and width, the rows' top and height.
  private record Place(double left, double width, double top, double rowHeight, int rows) {
    double bottom() {
      return top + rowHeight * rows;
    }
  }

  DotPanelPlot(DotPanels panels, ChartStyle style, Typeface type) {
    super("dot panels");
    this.panels = panels;
    this.style = style;
    this.type = type;
  }

  @Override
  Rectangle2D draw(Graphics2D g2, Rectangle2D area, EntityCollection entities) {
    FontRenderContext context = g2.getFontRenderContext();
    RowNames names = new RowNames(panels.rows(), style, type);
    double start = names.width(area.getWidth(), context);
    int count = panels.panels().size();
    double width = (area.getWidth() - start - LAST_TICK - BETWEEN * (count - 1)) / count;
    double nameRoom = width + LAST_TICK;
    int nameLines = nameLines(nameRoom, context);
    double head = LINE * (nameLines + (banded() ? 1 : 0)) + 6;
    int n = panels.rows().size();
    double rowHeight = Math.min(TALLEST_ROW, (area.getHeight() - head - FOOT) / n);
    double top = area.getY() + head;
    double label = rowHeight >= LABELLED_ROW && width >= LABELLED_PANEL ? LABEL : 0;
    names.draw(g2, new RowNames.Place(area.getX(), top, start, rowHeight), entities);
    for (int i = 0; i < count; i++) {
      double left = area.getX() + start + i * (width + BETWEEN);
      Place place = new Place(left, width - label, top, rowHeight, n);
      drawFrame(g2, panels.panels().get(i), place, area.getY() + nameLines * LINE, nameRoom);
      drawDots(g2, panels.panels().get(i).dots(), place, label, entities);
    }
    return new Rectangle2D.Double(area.getX() + start, top, area.getWidth() - start, rowHeight * n);
  }

  private boolean banded() {
    return panels.panels().stream().anyMatch(panel -> panel.band().isPresent());
  }

  private double x(double value, Place place) {
    DotPanels.Scale scale = panels.scale();
    double share = (value - scale.low()) / (scale.high() - scale.low());
    return place.left() + share * place.width();
  }

  private int nameLines(double room, FontRenderContext context) {
    return panels.panels().stream()
        .mapToInt(it -> TextLines.wrap(it.name(), type.note(), room, NAME_LINES, context).size())
        .max()
        .orElse(1);
  }

  /// @param y bottom of the panel's name
  /// @param room width that its name may take
  private void drawFrame(Graphics2D g2, DotPanels.Panel panel, Place place, double y, double room) {
    ChartTheme theme = style.theme();
    FontRenderContext context = g2.getFontRenderContext();
    Font font = type.note();
    List<String> lines = TextLines.wrap(panel.name(), font, room, NAME_LINES, context);
    g2.setFont(font);
    g2.setPaint(theme.text());
    double baseline = y - 3 - (lines.size() - 1) * LINE;
    for (String line : lines) {
      g2.drawString(line, (float) place.left(), (float) baseline);
      baseline += LINE;
    }
    panel.band().ifPresent(band -> drawBand(g2, band, place, y, room - 4));
    drawTicks(g2, place);
  }

  private void drawBand(Graphics2D g2, DotPanels.Band band, Place place, double y, double room) {
    ChartTheme theme = style.theme();
    Font font = type.note().deriveFont(11f);
    g2.setFont(font);
    g2.setPaint(theme.muted());
    boolean fits = TextLines.wide(band.note(), font, g2.getFontRenderContext()) <= room;
    String note = fits ? band.note() : band.brief();
    g2.drawString(note, (float) place.left(), (float) (y + LINE - 3));
    double low = x(Math.max(panels.scale().low(), band.low()), place);
    double high = x(Math.min(panels.scale().high(), band.high()), place);
    double height = place.bottom() - place.top();
    g2.setPaint(ChartTheme.mix(theme.card(), theme.zero(), 0.28));
    g2.fill(new Rectangle2D.Double(low, place.top(), high - low, height));
    g2.setPaint(theme.zero());
    g2.setStroke(new BasicStroke(1.4f));
    double mean = x(band.mean(), place);
    g2.draw(new Line2D.Double(mean, place.top(), mean, place.bottom()));
  }

  private void drawTicks(Graphics2D g2, Place place) {
    ChartTheme theme = style.theme();
    Font font = type.note().deriveFont(11f);
    FontRenderContext context = g2.getFontRenderContext();
    DotPanels.Scale scale = panels.scale();
    int every = place.width() >= MANY_TICKS ? 1 : 2;
    int first = (int) Math.ceil(scale.low() / scale.step() - 1e-9);
    int last = (int) Math.floor(scale.high() / scale.step() + 1e-9);
    for (int tick = first; tick <= last; tick += every) {
      double value = tick * scale.step();
      double at = x(value, place);
      g2.setPaint(tick == 0 ? theme.zero() : theme.grid());
      g2.setStroke(
          tick == 0
              ? new BasicStroke(
                  1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 1, new float[] {3, 3}, 0)
              : new BasicStroke(1));
      g2.draw(new Line2D.Double(at, place.top(), at, place.bottom()));
      String text =
          scale.signed()
              ? style.numbers().signed(value, scale.decimals())
              : style.numbers().decimal(value, scale.decimals());
      g2.setFont(font);
      g2.setPaint(theme.muted());
      double half = TextLines.wide(text, font, context) / 2;
      g2.drawString(text, (float) (at - half), (float) (place.bottom() + LINE));
    }
  }

  private void drawDots(
      Graphics2D g2,
      List<DotPanels.Dot> dots,
      Place place,
      double label,
      EntityCollection entities) {
    for (int row = 0; row < dots.size(); row++) {
      DotPanels.Dot dot = dots.get(row);
      double y = place.top() + (row + 0.5) * place.rowHeight();
      if (dot.mark().value().isPresent()) {
        drawDot(g2, dot, place, y);
      }
      if (label > 0) {
        drawLabel(g2, dot.mark(), place.left() + place.width() + label, y);
      }
      if (entities != null) {
        Rectangle2D box =
            new Rectangle2D.Double(
                place.left(), y - place.rowHeight() / 2, place.width() + label, place.rowHeight());
        entities.add(new SubjectEntity(box, dot.mark().subject(), dot.mark().tooltip()));
      }
    }
  }

  private void drawDot(Graphics2D g2, DotPanels.Dot dot, Place place, double y) {
    Mark mark = dot.mark();
    double size = Math.min(DOT, Math.max(4, place.rowHeight() * 0.7));
    double at = x(mark.value().getAsDouble(), place);
    Color color = style.highlight().shade(mark.color(), mark.subject());
    g2.setPaint(color);
    g2.setStroke(new BasicStroke(1.8f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
    mark.interval()
        .ifPresent(
            it -> {
              double low = Math.min(x(it.low(), place), at - size / 2);
              double high = Math.max(x(it.high(), place), at + size / 2);
              g2.draw(new Line2D.Double(low, y, at - size / 2, y));
              g2.draw(new Line2D.Double(at + size / 2, y, high, y));
            });
    Ellipse2D disc = new Ellipse2D.Double(at - size / 2, y - size / 2, size, size);
    if (dot.filled()) {
      g2.fill(disc);
    } else {
      g2.setPaint(style.theme().card());
      g2.fill(disc);
      g2.setPaint(color);
    }
    g2.draw(disc);
  }

  private void drawLabel(Graphics2D g2, Mark mark, double right, double y) {
    Font font = type.note().deriveFont(11f);
    FontRenderContext context = g2.getFontRenderContext();
    boolean lit = style.highlight().lights(mark.subject());
    g2.setFont(font);
    g2.setPaint(lit ? style.theme().text() : style.theme().muted());
    double wide = TextLines.wide(mark.label(), font, context);
    double ascent = font.getLineMetrics("0", context).getAscent();
    g2.drawString(mark.label(), (float) (right - wide), (float) (y + ascent * 0.38));
  }
}
