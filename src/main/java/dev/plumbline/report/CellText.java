package dev.plumbline.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;

/// How the numbers of a [Matrix] are written, all of them alike.
///
/// @param font font of a number that is not strong
/// @param kind full, short, or none
record CellText(Font font, Kind kind) {
  private static final float LARGEST = 13;
  private static final float SMALLEST = 10;
  private static final float SMALLEST_SHORT = 8;
  private static final double DOT_BELOW = 2.5;
  private static final double PADDING = 6;
  private static final double PADDING_SHORT = 1;

  /// How much of a number is written.
  enum Kind {
    /// As in `Matrix.Cell.text`.
    FULL,
    /// As in `Matrix.Cell.brief`.
    BRIEF,
    /// Nothing: colour only.
    NONE
  }

  /// The largest size at which every number fits its cell.
  static CellText fitting(
      Matrix matrix, Typeface type, double width, double height, FontRenderContext context) {
    for (float size = LARGEST; size >= SMALLEST; size--) {
      Font font = type.body().deriveFont(size);
      if (fits(matrix, Kind.FULL, font, width, height, context)) {
        return new CellText(font, Kind.FULL);
      }
    }
    for (float size = SMALLEST + 1; size >= SMALLEST_SHORT; size--) {
      Font font = type.body().deriveFont(size);
      if (fits(matrix, Kind.BRIEF, font, width, height, context)) {
        return new CellText(font, Kind.BRIEF);
      }
    }
    return new CellText(type.body(), Kind.NONE);
  }

  private static boolean fits(
      Matrix matrix, Kind kind, Font font, double width, double height, FontRenderContext context) {
    Font bold = font.deriveFont(Font.BOLD);
    return font.getSize2D() + 2 <= height
        && matrix.cells().stream()
            .flatMap(row -> row.stream())
            .allMatch(
                cell ->
                    TextLines.wide(
                            text(cell, kind),
                            cell.strong() && kind == Kind.FULL ? bold : font,
                            context)
                        <= width - (kind == Kind.FULL ? PADDING : PADDING_SHORT));
  }

  private static String text(Matrix.Cell cell, Kind kind) {
    return switch (kind) {
      case FULL -> cell.text();
      case BRIEF -> cell.brief();
      case NONE -> "";
    };
  }

  /// Writes a cell's number in the middle of its box.
  void draw(Graphics2D g2, Matrix.Cell cell, Rectangle2D box, Color color) {
    String text = text(cell, kind);
    if (text.isEmpty()) {
      return;
    }
    Font shown = cell.strong() && bold(text, g2, box) ? font.deriveFont(Font.BOLD) : font;
    FontRenderContext context = g2.getFontRenderContext();
    double middle = shown.createGlyphVector(context, "0").getVisualBounds().getHeight() / 2;
    g2.setFont(shown);
    g2.setPaint(color);
    g2.drawString(
        text,
        (float) (box.getCenterX() - TextLines.wide(text, shown, context) / 2),
        (float) (box.getCenterY() + middle - (dotBelow(cell) ? DOT_BELOW : 0)));
  }

  /// Whether a cell's dot stands below its number: a short number leaves no room in the corner.
  boolean dotBelow(Matrix.Cell cell) {
    return kind == Kind.BRIEF && cell.strong();
  }

  /// Whether the number fits in bold; in the smallest cells the dot alone says that it is strong.
  private boolean bold(String text, Graphics2D g2, Rectangle2D box) {
    return TextLines.wide(text, font.deriveFont(Font.BOLD), g2.getFontRenderContext())
        <= box.getWidth() - PADDING_SHORT;
  }
}
