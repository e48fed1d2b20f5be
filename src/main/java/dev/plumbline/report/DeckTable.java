package dev.plumbline.report;

import java.awt.Color;
import java.awt.Rectangle;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;

/// A heat map as a table on a slide, each cell filled with its colour.
final class DeckTable {
  private static final double NAMES = 0.2;
  private static final double LARGEST = 14;
  private static final double SMALLEST = 9;
  private static final double TALLEST = 44;
  private static final double PADDING = 2;
  private final NativeChart.Table table;
  private final ChartTheme theme;

  DeckTable(NativeChart.Table table, ChartTheme theme) {
    this.table = table;
    this.theme = theme;
  }

  void addTo(XSLFSlide slide, Rectangle place) {
    int columns = table.columns().size();
    XSLFTable grid = slide.createTable(table.rows().size() + 1, columns + 1);
    double names = place.getWidth() * NAMES;
    double width = (place.getWidth() - names) / columns;
    double height = Math.min(TALLEST, place.getHeight() / (table.rows().size() + 2.5));
    double size = Math.clamp(Math.min(height * 0.5, width / 4), SMALLEST, LARGEST);
    grid.setAnchor(place);
    grid.setColumnWidth(0, names);
    write(grid.getCell(0, 0), "", size, theme.muted(), TextAlign.LEFT);
    for (int column = 0; column < columns; column++) {
      grid.setColumnWidth(column + 1, width);
      write(
          grid.getCell(0, column + 1),
          table.columns().get(column),
          size,
          theme.muted(),
          TextAlign.CENTER);
    }
    for (int row = 0; row < table.rows().size(); row++) {
      grid.setRowHeight(row + 1, height);
      write(grid.getCell(row + 1, 0), table.rows().get(row), size, theme.text(), TextAlign.LEFT);
      for (int column = 0; column < columns; column++) {
        NativeChart.Cell cell = table.cells().get(row).get(column);
        Color fill = cell.fill().orElse(theme.card());
        XSLFTableCell box = grid.getCell(row + 1, column + 1);
        write(box, cell.text(), size, theme.textOn(fill), TextAlign.CENTER);
        box.setFillColor(fill);
      }
    }
  }

  private void write(XSLFTableCell cell, String text, double size, Color color, TextAlign align) {
    cell.setLeftInset(PADDING);
    cell.setRightInset(PADDING);
    cell.setTopInset(PADDING);
    cell.setBottomInset(PADDING);
    cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
    for (BorderEdge edge : BorderEdge.values()) {
      if (edge.ordinal() <= BorderEdge.right.ordinal()) {
        cell.setBorderColor(edge, theme.card());
        cell.setBorderWidth(edge, 2);
      }
    }
    cell.clearText();
    XSLFTextParagraph paragraph = cell.addNewTextParagraph();
    paragraph.setTextAlign(align);
    XSLFTextRun run = paragraph.addNewTextRun();
    run.setText(text);
    run.setFontSize(size);
    run.setFontColor(color);
  }
}
