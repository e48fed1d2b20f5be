package dev.plumbline.report;

import dev.plumbline.core.PlumblineException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes tables as CSV after RFC 4180 (comma, CRLF, quotes where needed), in UTF-8.
///
/// A spreadsheet would run a cell that starts with `=`, `+`, `-`, `@`, a tab or a line end as a
/// formula; such a cell gets an apostrophe in front unless it is a plain number.
public final class CsvWriter {
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
  private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

  private CsvWriter() {}

  /// The text of the file.
  public static String text(FigureTable table) {
    StringWriter text = new StringWriter();
    try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(safe(table.columns()));
      for (List<String> row : table.rows()) {
        printer.printRecord(safe(row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> safe(List<String> cells) {
    return cells.stream().map(CsvWriter::safe).toList();
  }

  /// The cell itself, or with an apostrophe in front if a spreadsheet would run it.
  static String safe(String cell) {
    boolean harmless =
        cell.isEmpty() || DANGEROUS.indexOf(cell.charAt(0)) < 0 || NUMBER.matcher(cell).matches();
    return harmless ? cell : "'" + cell;
  }

  /// Writes the file.
  ///
  /// @throws PlumblineException if it cannot be written
  public static void write(Path file, FigureTable table) {
    try {
      Files.writeString(file, text(table), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new PlumblineException(
          "Cannot write " + file + ": check the folder and its permissions.", e);
    }
  }
}
