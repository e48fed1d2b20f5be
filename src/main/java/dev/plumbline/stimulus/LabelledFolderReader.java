package dev.plumbline.stimulus;

import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TextFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads a folder of images with a table of labels and a file of queries.
///
/// The table is CSV (RFC 4180, UTF-8) with a header. One column holds the images' files, relative
/// to the folder: the first that is called `image`, `file`, `filename`, `file_name`, `path` or
/// `image_path`, in any case. Every other column with 2 to 40 different labels is an attribute; an
/// empty cell is no label, white space around labels does not count. Queries are lines of text;
/// blank lines do not count.
public final class LabelledFolderReader {
  /// Name of the table in a folder that holds all that is needed.
  public static final String LABELS = "labels.csv";

  /// Name of the queries in such a folder.
  public static final String QUERIES = "queries.txt";

  private static final int MOST_VALUES = 40;
  private static final List<String> FILE_COLUMNS =
      List.of("image", "file", "filename", "file_name", "path", "image_path");

  private final Path folder;
  private final Path table;
  private final List<String> notes = new ArrayList<>();

  private LabelledFolderReader(Path folder, Path table) {
    this.folder = folder;
    this.table = table;
  }

  /// Reads labels and queries; images are looked for but not opened.
  ///
  /// @param attributes names of the columns wanted, none for all that can be attributes
  /// @throws PlumblineException if a file is missing or damaged, no image of the table is there, or
  ///   a column wanted is not there or no attribute
  public static LabelledFolder read(
      Path folder, Path labels, Path queries, List<String> attributes) {
    if (!Files.isDirectory(folder)) {
      throw new PlumblineException("There is no folder " + folder + ".");
    }
    LabelledFolderReader reader = new LabelledFolderReader(folder, labels);
    return reader.folder(records(labels), attributes, queries(queries));
  }

  private LabelledFolder folder(
      List<CSVRecord> records, List<String> wanted, List<String> queries) {
    List<String> header = header(records);
    int files = fileColumn(header);
    List<CSVRecord> kept = new ArrayList<>();
    List<Path> images = new ArrayList<>();
    Set<Path> seen = new HashSet<>();
    Optional<String> missing = Optional.empty();
    for (CSVRecord record : records.subList(1, records.size())) {
      Path image = image(record, header, files);
      if (!seen.add(image)) {
        throw new PlumblineException(
            place(record, header.get(files))
                + " names \""
                + record.get(files).strip()
                + "\" again: keep one row an image.");
      }
      if (Files.isRegularFile(image)) {
        kept.add(record);
        images.add(image);
      } else if (missing.isEmpty()) {
        missing = Optional.of(record.get(files).strip());
      }
    }
    noteMissing(seen.size(), images.size(), missing);
    return new LabelledFolder(
        images,
        kept.stream().map(record -> record.get(files).strip()).toList(),
        attributes(header, files, kept, wanted),
        queries,
        notes);
  }

  private List<String> header(List<CSVRecord> records) {
    if (records.size() < 2) {
      throw new PlumblineException(table + " holds no labels: it needs a header line and rows.");
    }
    List<String> header = records.getFirst().stream().map(String::strip).toList();
    Set<String> seen = new HashSet<>();
    for (String name : header) {
      if (!seen.add(name)) {
        throw new PlumblineException(
            table + " has two columns named \"" + name + "\": rename one of them.");
      }
    }
    for (CSVRecord record : records) {
      if (record.size() != header.size()) {
        throw new PlumblineException(
            "%s, row %d has %d cells but the header has %d: check its commas and quotes."
                .formatted(table, record.getRecordNumber(), record.size(), header.size()));
      }
    }
    return header;
  }

  private int fileColumn(List<String> header) {
    List<String> lower = header.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
    return FILE_COLUMNS.stream()
        .mapToInt(lower::indexOf)
        .filter(at -> at >= 0)
        .findFirst()
        .orElseThrow(
            () ->
                new PlumblineException(
                    "%s has no column of image files; its header is %s: call that column image."
                        .formatted(table, String.join(",", header))));
  }

  private Path image(CSVRecord record, List<String> header, int files) {
    String name = record.get(files).strip();
    if (name.isEmpty()) {
      throw new PlumblineException(
          place(record, header.get(files)) + " is empty: name the image or drop the row.");
    }
    try {
      return folder.resolve(name).normalize();
    } catch (InvalidPathException e) {
      throw new PlumblineException(
          place(record, header.get(files)) + " holds \"" + name + "\", which names no file.", e);
    }
  }

  private void noteMissing(int rows, int found, Optional<String> first) {
    if (found == 0) {
      throw new PlumblineException(
          "None of the %d images that %s names is in %s, such as \"%s\": choose their folder."
              .formatted(rows, table, folder, first.orElse("")));
    }
    if (found < rows) {
      notes.add(
          "%d of the %d images that %s names are not in %s, such as \"%s\"; they are left out."
              .formatted(rows - found, rows, table, folder, first.orElse("")));
    }
  }

  private List<ImageAttribute> attributes(
      List<String> header, int files, List<CSVRecord> records, List<String> wanted) {
    for (String name : wanted) {
      if (!header.contains(name) || header.indexOf(name) == files) {
        throw new PlumblineException(
            "%s has no attribute \"%s\"; its header is %s."
                .formatted(table, name, String.join(",", header)));
      }
    }
    List<ImageAttribute> attributes = new ArrayList<>();
    for (int column = 0; column < header.size(); column++) {
      String name = header.get(column);
      int at = column;
      if (column != files && (wanted.isEmpty() || wanted.contains(name))) {
        ImageAttribute attribute =
            new ImageAttribute(name, records.stream().map(it -> it.get(at).strip()).toList());
        if (usable(attribute, !wanted.isEmpty())) {
          attributes.add(attribute);
        }
      }
    }
    if (attributes.isEmpty()) {
      throw new PlumblineException(
          "%s has no column with 2 to %d different labels; its header is %s."
              .formatted(table, MOST_VALUES, String.join(",", header)));
    }
    return attributes;
  }

  private boolean usable(ImageAttribute attribute, boolean wanted) {
    int values = attribute.values().size();
    if (values >= 2 && values <= MOST_VALUES) {
      return true;
    }
    String sentence =
        "%s, column %s has %d different labels, but an attribute has 2 to %d"
            .formatted(table, attribute.name(), values, MOST_VALUES);
    if (wanted) {
      throw new PlumblineException(sentence + ": choose another column or group its labels.");
    }
    notes.add(sentence + "; it is left out.");
    return false;
  }

  private static List<CSVRecord> records(Path table) {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setIgnoreEmptyLines(true)
            .get()
            .parse(new StringReader(TextFile.read(table)))) {
      return parser.getRecords();
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new PlumblineException(
          table + " is not a CSV table: check its quotes (" + e.getMessage() + ").", e);
    }
  }

  private static List<String> queries(Path file) {
    List<String> queries =
        TextFile.read(file).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (queries.isEmpty()) {
      throw new PlumblineException(file + " holds no query: write one line of text a query.");
    }
    Set<String> seen = new HashSet<>();
    for (String query : queries) {
      if (!seen.add(query)) {
        throw new PlumblineException(
            file + " holds the query \"" + query + "\" twice: it would count twice in the mean.");
      }
    }
    return queries;
  }

  private String place(CSVRecord record, String column) {
    return "%s, row %d, column %s".formatted(table, record.getRecordNumber(), column);
  }
}
