package dev.plumbline.embedding;

import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/// Embeddings as CSV; the rules stand at [EmbeddingFiles].
final class CsvEmbeddings {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).setRecordSeparator("\n").get();

  /// What a formula may begin with.
  private static final String FORMULA = "=+-@\t\r";

  private final Path file;
  private final List<String> header;
  private final boolean indexed;
  private final List<double[]> rows = new ArrayList<>();
  private final List<String> lastCells = new ArrayList<>();
  private int namesLike;

  private CsvEmbeddings(Path file, List<String> header) {
    this.file = file;
    this.header = header;
    this.indexed = header.getFirst().isEmpty();
  }

  static EmbeddingTable read(InputStream in, Path file) throws IOException {
    Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
    try (CSVParser parser = CSVParser.parse(reader, FORMAT)) {
      CsvEmbeddings table = null;
      for (CSVRecord line : parser) {
        if (table == null) {
          List<String> header = new ArrayList<>(line.toList());
          header.set(0, header.getFirst().replace("\uFEFF", "").strip());
          table = new CsvEmbeddings(file, header);
        } else {
          table.add(line);
        }
      }
      if (table == null || table.rows.isEmpty()) {
        throw new PlumblineException(file + " holds no embeddings: a header and rows are needed.");
      }
      return table.finish();
    } catch (UncheckedIOException | CSVException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new PlumblineException(file + " is not UTF-8 text.", e);
      }
      throw new PlumblineException(file + " is not a CSV file: " + e.getMessage() + ".", e);
    } catch (CharacterCodingException e) {
      throw new PlumblineException(file + " is not UTF-8 text.", e);
    }
  }

  private void add(CSVRecord line) {
    if (line.size() != header.size()) {
      throw new PlumblineException(
          "%s, row %d: %d cells where the header has %d."
              .formatted(file, row(line), line.size(), header.size()));
    }
    int first = indexed ? 1 : 0;
    int last = line.size() - 1;
    double[] values = new double[last - first];
    for (int i = 0; i < values.length; i++) {
      values[i] = finite(line, first + i);
    }
    String cell = line.get(last);
    if (number(cell).isEmpty()) {
      namesLike++;
    }
    lastCells.add(cell);
    rows.add(values);
  }

  /// Data rows are counted from 1, the header is not one.
  private static long row(CSVRecord line) {
    return line.getRecordNumber() - 1;
  }

  private double finite(CSVRecord line, int column) {
    String cell = line.get(column);
    OptionalDouble value = number(cell);
    if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
      throw notFinite(row(line), column, cell);
    }
    return value.getAsDouble();
  }

  private PlumblineException notFinite(long row, int column, String cell) {
    return new PlumblineException(
        "%s, row %d, column \"%s\": \"%s\" is not a finite number."
            .formatted(file, row, header.get(column), cell));
  }

  private EmbeddingTable finish() {
    int last = header.size() - 1;
    String title = header.get(last);
    boolean titled = title.equals("name") || title.equals("img");
    if (namesLike == rows.size() || namesLike > 0 && titled) {
      if (rows.getFirst().length == 0) {
        throw new PlumblineException(file + " holds names but no numbers.");
      }
      return new EmbeddingTable(
          rows.toArray(double[][]::new),
          Optional.of(lastCells.stream().map(CsvEmbeddings::meant).toList()));
    }
    double[][] values = new double[rows.size()][];
    for (int i = 0; i < values.length; i++) {
      OptionalDouble value = number(lastCells.get(i));
      if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
        throw notFinite(i + 1L, last, lastCells.get(i));
      }
      values[i] = Arrays.copyOf(rows.get(i), rows.get(i).length + 1);
      values[i][values[i].length - 1] = value.getAsDouble();
    }
    return new EmbeddingTable(values, Optional.empty());
  }

  /// The number a cell stands for, with `nan` and `inf` in the spellings of NumPy, pandas and R.
  private static OptionalDouble number(String cell) {
    String text = cell.strip();
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    char end = text.charAt(text.length() - 1);
    if (end == 'd' || end == 'D' || end == 'f' || end == 'F' || text.contains("x")) {
      return special(text);
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text));
    } catch (NumberFormatException _) {
      return special(text);
    }
  }

  private static OptionalDouble special(String text) {
    return switch (text.toLowerCase(Locale.ROOT).replaceAll("^[+-]", "")) {
      case "nan", "na" -> OptionalDouble.of(Double.NaN);
      case "inf", "infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      default -> OptionalDouble.empty();
    };
  }

  static void write(Path file, FloatMatrix vectors, List<String> names) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(out, FORMAT)) {
      for (int j = 0; j < vectors.columns(); j++) {
        printer.print(j);
      }
      printer.print("name");
      printer.println();
      for (int i = 0; i < vectors.rows(); i++) {
        for (int j = 0; j < vectors.columns(); j++) {
          printer.print(Float.toString(vectors.get(i, j)));
        }
        printer.print(harmless(names.get(i)));
        printer.println();
      }
    }
  }

  /// The name without the apostrophe that [#harmless] put in front of it.
  private static String meant(String name) {
    return name.startsWith("'") && name.length() > 1 && FORMULA.indexOf(name.charAt(1)) >= 0
        ? name.substring(1)
        : name;
  }

  /// A name that a spreadsheet would take for a formula gets an apostrophe in front.
  private static String harmless(String name) {
    return !name.isEmpty() && FORMULA.indexOf(name.charAt(0)) >= 0 ? "'" + name : name;
  }
}
