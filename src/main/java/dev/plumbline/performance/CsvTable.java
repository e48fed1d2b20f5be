package dev.plumbline.performance;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A small CSV table with a header (RFC 4180, UTF-8, a byte-order mark is skipped; separated by
/// tabs where the header holds tabs and no comma), read exactly: cells are neither trimmed nor
/// interpreted.
public final class CsvTable {
  private final Path file;
  private final List<String> header;
  private final List<Row> rows;

  private CsvTable(Path file, List<String> header, List<Row> rows) {
    this.file = file;
    this.header = header;
    this.rows = rows;
  }

  /// Reads a file.
  ///
  /// @throws PlumblineException if it cannot be read, is empty, or a row does not fit the header
  public static CsvTable read(Path file) {
    return parse(file, TextFile.read(file));
  }

  /// Parses the text of a file that was read before.
  ///
  /// @throws PlumblineException if it is empty, or a row does not fit the header
  static CsvTable parse(Path file, String text) {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setIgnoreEmptyLines(true)
            .get()
            .parse(new StringReader(text))) {
      List<String> header = null;
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (header == null) {
          header = checkedHeader(file, record.toList());
        } else {
          rows.add(row(file, header, record));
        }
      }
      if (header == null) {
        throw new PlumblineException(file + " is empty: it needs a header line and rows.");
      }
      return new CsvTable(file, header, rows);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new PlumblineException(
          file + " is not a CSV table: check its quotes (" + e.getMessage() + ").", e);
    }
  }

  private static char delimiter(String text) {
    int end = text.indexOf('\n');
    String header = end < 0 ? text : text.substring(0, end);
    return header.indexOf('\t') >= 0 && header.indexOf(',') < 0 ? '\t' : ',';
  }

  /// Names of the columns, in order.
  public List<String> header() {
    return header;
  }

  /// Rows below the header, in order.
  public List<Row> rows() {
    return rows;
  }

  /// Whether all of the columns are there.
  public boolean has(Collection<String> columns) {
    return header.containsAll(columns);
  }

  /// Throws unless all of the columns are there.
  ///
  /// @throws PlumblineException naming the missing columns and those found
  public void require(List<String> columns) {
    List<String> missing = columns.stream().filter(column -> !header.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new PlumblineException(
          "%s lacks the column%s %s; its header is %s."
              .formatted(
                  file,
                  missing.size() == 1 ? "" : "s",
                  String.join(", ", missing),
                  String.join(",", header)));
    }
  }

  private static List<String> checkedHeader(Path file, List<String> header) {
    Set<String> seen = new HashSet<>();
    for (String column : header) {
      if (!column.isEmpty() && !seen.add(column)) {
        throw new PlumblineException(
            file + " has two columns named \"" + column + "\": rename one of them.");
      }
    }
    return List.copyOf(header);
  }

  private static Row row(Path file, List<String> header, CSVRecord record) {
    if (record.size() != header.size()) {
      throw new PlumblineException(
          "%s, row %d has %d cells but the header has %d: check its commas and quotes."
              .formatted(file, record.getRecordNumber(), record.size(), header.size()));
    }
    return new Row(file, header, record.toList(), record.getRecordNumber());
  }

  /// One row.
  public static final class Row {
    private final Path file;
    private final List<String> header;
    private final List<String> cells;
    private final long number;

    private Row(Path file, List<String> header, List<String> cells, long number) {
      this.file = file;
      this.header = header;
      this.cells = cells;
      this.number = number;
    }

    /// The cell as written.
    public String text(String column) {
      return cells.get(header.indexOf(column));
    }

    /// The cell as written, which must not be blank.
    ///
    /// @throws PlumblineException if it is blank
    public String required(String column) {
      String text = text(column);
      if (text.isBlank()) {
        throw new PlumblineException(place(column) + " is empty: fill it in or drop the row.");
      }
      return text;
    }

    /// Whether the table has that column.
    public boolean has(String column) {
      return header.contains(column);
    }

    /// The cell as something else.
    ///
    /// @throws PlumblineException naming the place if `parse` throws one
    public <T> T parsed(String column, Function<String, T> parse) {
      String text = required(column);
      try {
        return parse.apply(text);
      } catch (PlumblineException e) {
        throw new PlumblineException(place(column) + ": " + e.getMessage(), e);
      }
    }

    /// The cell as a finite number, empty if it is blank, `NaN`, `NA`, `null` or infinite.
    ///
    /// @throws PlumblineException if it is no number
    public OptionalDouble number(String column) {
      String text = text(column).strip();
      Optional<OptionalDouble> number = parse(text);
      if (number.isEmpty()) {
        throw new PlumblineException(
            place(column) + " holds \"" + text + "\", which is not a number: correct it.");
      }
      return number.get();
    }

    /// Where the cell stands, to begin a sentence.
    public String place(String column) {
      return "%s, row %d, column %s".formatted(file, number, column);
    }
  }

  /// Number in a cell: no value if it is no number, an empty one if it says that there is none.
  static Optional<OptionalDouble> parse(String cell) {
    String text = cell.strip();
    if (text.isEmpty()
        || text.equalsIgnoreCase("nan")
        || text.equalsIgnoreCase("na")
        || text.equalsIgnoreCase("null")) {
      return Optional.of(OptionalDouble.empty());
    }
    try {
      double value = Double.parseDouble(text);
      return Optional.of(
          Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty());
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }
}
