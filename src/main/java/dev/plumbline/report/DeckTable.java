package dev.plumbline.report;

import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.openxmlformats.schemas.drawingml.x2006.main.CTTableCell;

/// A heat map as a table on a slide, each cell filled with its colour.
final class DeckTable {
  private static final int MOST_ROWS = 16;
  private static final double WIDEST_NAMES = 0.32;
  private static final double CHARACTER = 7.5;
  private static final double LARGEST = 16;
  private static final double SMALLEST = 9;
  private static final double TALLEST = 48;
  private static final double CHARACTERS = 3.6;
  private static final double LINE = 1.4;
  private static final double PADDING = 1.5;
  private static final int HUNDREDTHS = 100;
  private static final int HEADER_LINES = 4;
  private final NativeChart.Table table;
  private final ChartTheme theme;
  private final boolean grouped;
  private final List<String> columns;

  DeckTable(NativeChart.Table table, ChartTheme theme) {
    this.table = table;
    this.theme = theme;
    this.grouped = table.groups().stream().anyMatch(group -> !group.name().isEmpty());
    this.columns = table.groups().stream().flatMap(group -> group.columns().stream()).toList();
  }

  /// The table cut into parts that fit a slide.
  static List<NativeChart.Table> parts(NativeChart.Table table) {
    List<NativeChart.Table> parts = new ArrayList<>();
    for (int from = 0; from < table.rows().size(); from += MOST_ROWS) {
      int to = Math.min(table.rows().size(), from + MOST_ROWS);
      parts.add(
          new NativeChart.Table(
              table.rows().subList(from, to), table.groups(), table.cells().subList(from, to)));
    }
    return parts;
  }

  void addTo(XSLFSlide slide, Rectangle place) {
    int header = grouped ? 2 : 1;
    XSLFTable grid = slide.createTable(table.rows().size() + header, columns.size() + 1);
    double names = nameWidth(place.getWidth());
    double width = (place.getWidth() - names) / columns.size();
    double size = Math.clamp(width / CHARACTERS, SMALLEST, LARGEST);
    double rest = place.getHeight() - HEADER_LINES * size * LINE;
    double height = Math.min(TALLEST, rest / table.rows().size());
    size = Math.clamp((height - 2 * PADDING) / LINE, SMALLEST, size);
    grid.setColumnWidth(0, names);
    for (int column = 1; column <= columns.size(); column++) {
      grid.setColumnWidth(column, width);
    }
    for (int row = 0; row < table.rows().size() + header; row++) {
      grid.setRowHeight(row, row < header ? size * LINE : height);
    }
    grid.setAnchor(
        new Rectangle(
            place.x,
            place.y,
            place.width,
            (int) Math.ceil(header * size * LINE + height * table.rows().size())));
    header(grid, size);
    body(grid, header, size);
  }

  private double nameWidth(double width) {
    int longest = table.rows().stream().mapToInt(String::length).max().orElse(0);
    return Math.min(width * WIDEST_NAMES, longest * CHARACTER + 2 * PADDING);
  }

  private void header(XSLFTable grid, double size) {
    int names = grouped ? 1 : 0;
    int column = 1;
    for (NativeChart.Group group : table.groups()) {
      if (grouped) {
        int last = column + group.columns().size() - 1;
        for (int i = column; i <= last; i++) {
          String text = i == column ? group.name() : "";
          write(grid.getCell(0, i), text, size, theme.text(), TextAlign.CENTER);
        }
        if (last > column) {
          grid.mergeCells(0, 0, column, last);
        }
      }
      for (String name : group.columns()) {
        XSLFTableCell cell = grid.getCell(names, column++);
        write(cell, name, size, theme.muted(), TextAlign.CENTER);
        cell.setVerticalAlignment(VerticalAlignment.BOTTOM);
      }
    }
    for (int row = 0; row <= names; row++) {
      write(grid.getCell(row, 0), "", size, theme.muted(), TextAlign.LEFT);
    }
  }

  private void body(XSLFTable grid, int header, double size) {
    for (int row = 0; row < table.rows().size(); row++) {
      write(
          grid.getCell(row + header, 0), table.rows().get(row), size, theme.text(), TextAlign.LEFT);
      for (int column = 0; column < columns.size(); column++) {
        NativeChart.Cell cell = table.cells().get(row).get(column);
        Color fill = cell.fill().orElse(theme.card());
        XSLFTableCell box = grid.getCell(row + header, column + 1);
        write(box, cell.text(), size, theme.textOn(fill), cell.strong(), TextAlign.CENTER);
        box.setFillColor(fill);
      }
    }
  }

  private void write(XSLFTableCell cell, String text, double size, Color color, TextAlign align) {
    write(cell, text, size, color, false, align);
  }

  private void write(
      XSLFTableCell cell, String text, double size, Color color, boolean strong, TextAlign align) {
    cell.setLeftInset(PADDING);
    cell.setRightInset(PADDING);
    cell.setTopInset(PADDING);
    cell.setBottomInset(PADDING);
    cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
    for (BorderEdge edge :
        List.of(BorderEdge.top, BorderEdge.bottom, BorderEdge.left, BorderEdge.right)) {
      cell.setBorderColor(edge, theme.card());
      cell.setBorderWidth(edge, 2);
    }
    cell.clearText();
    XSLFTextParagraph paragraph = cell.addNewTextParagraph();
    paragraph.setTextAlign(align);
    if (!text.isEmpty()) {
      XSLFTextRun run = paragraph.addNewTextRun();
      run.setText(text);
      run.setFontSize(size);
      run.setFontColor(color);
      run.setBold(strong);
    }
    var end = paragraph.getXmlObject().addNewEndParaRPr(); // else an empty cell is 18 points high
    end.setSz((int) Math.round(size * HUNDREDTHS));
    var body = ((CTTableCell) cell.getXmlObject()).getTxBody();
    if (body.getBodyPr() == null) {
      body.addNewBodyPr();
    }
  }
}
