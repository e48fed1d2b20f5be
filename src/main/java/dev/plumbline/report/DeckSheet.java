package dev.plumbline.report;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xslf.usermodel.XSLFChart;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// The worksheet inside a chart of a slide: what an editor sees behind "edit data".
final class DeckSheet {
  private final XSSFSheet sheet;

  private DeckSheet(XSSFSheet sheet) {
    this.sheet = sheet;
  }

  /// The sheet of a chart, with its heading.
  static DeckSheet of(XSLFChart chart, List<String> heading) throws IOException {
    try {
      XSSFWorkbook workbook = chart.getWorkbook();
      XSSFSheet sheet =
          workbook.getNumberOfSheets() > 0 ? workbook.getSheetAt(0) : workbook.createSheet();
      DeckSheet made = new DeckSheet(sheet);
      for (int column = 0; column < heading.size(); column++) {
        made.text(0, column, heading.get(column));
      }
      return made;
    } catch (InvalidFormatException e) {
      throw new IOException(e);
    }
  }

  XSSFSheet sheet() {
    return sheet;
  }

  void text(int row, int column, String text) {
    row(row).createCell(column).setCellValue(text);
  }

  /// Writes a number; no cell where there is none.
  void number(int row, int column, OptionalDouble value) {
    if (value.isPresent()) {
      row(row).createCell(column).setCellValue(value.getAsDouble());
    }
  }

  private XSSFRow row(int index) {
    XSSFRow row = sheet.getRow(index);
    return row == null ? sheet.createRow(index) : row;
  }

  /// Cells of one column.
  static CellRangeAddress column(int column, int firstRow, int lastRow) {
    return new CellRangeAddress(firstRow, lastRow, column, column);
  }

  /// The range as a formula.
  String formula(CellRangeAddress range) {
    return range.formatAsString(sheet.getSheetName(), true);
  }
}
