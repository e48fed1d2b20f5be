package dev.plumbline.stimulus;

import dev.plumbline.core.PlumblineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads norms as their owners publish them: the NRC-VAD lexicon (tab-separated, columns `Word` or
/// `term`, `valence`, `arousal`, `dominance`) and the OASIS norms (CSV, columns `Theme`,
/// `Valence_mean`, `Arousal_mean`), columns in any order and case, others ignored.
public final class NormsReader {
  private static final int HEADER_CHARS = 4096;

  private final Path file;
  private final Layout layout;

  /// Where a table has what.
  private record Layout(
      NormsSource source, char delimiter, int name, Map<NormsDimension, Integer> ratings) {}

  private NormsReader(Path file, Layout layout) {
    this.file = file;
    this.layout = layout;
  }

  /// Whose norms a file holds, judged by its header alone; empty if it is something else.
  public static Optional<NormsSource> recognise(Path file) {
    return layout(file).map(Layout::source);
  }

  /// Reads a file.
  ///
  /// @throws PlumblineException if it is none of the known tables or a cell cannot be read
  public static NormsTable read(Path file) {
    Layout layout =
        layout(file)
            .orElseThrow(
                () ->
                    new PlumblineException(
                        file
                            + " is no known table of norms: the NRC-VAD lexicon has the columns"
                            + " Word, Valence, Arousal, Dominance, OASIS has Theme, Valence_mean,"
                            + " Arousal_mean."));
    return new NormsReader(file, layout).table();
  }

  private static Optional<Layout> layout(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      char[] start = new char[HEADER_CHARS];
      int n = reader.read(start);
      String text = n <= 0 ? "" : new String(start, 0, n);
      String line = text.lines().findFirst().orElse("");
      return layout(line.startsWith("\uFEFF") ? line.substring(1) : line);
    } catch (IOException _) {
      return Optional.empty(); // not a text, so not norms
    }
  }

  private static Optional<Layout> layout(String header) {
    char delimiter = header.indexOf('\t') >= 0 ? '\t' : ',';
    List<String> columns = new ArrayList<>();
    for (String cell : header.split(String.valueOf(delimiter), -1)) {
      columns.add(cell.strip().replaceAll("^\"|\"$", "").toLowerCase(Locale.ROOT));
    }
    Map<NormsDimension, Integer> words = places(columns, "");
    int word = Math.max(columns.indexOf("word"), columns.indexOf("term"));
    if (word >= 0 && words.containsKey(NormsDimension.VALENCE)) {
      return Optional.of(new Layout(NormsSource.NRC_VAD, delimiter, word, words));
    }
    Map<NormsDimension, Integer> images = places(columns, "_mean");
    int theme = columns.indexOf("theme");
    if (theme >= 0 && images.containsKey(NormsDimension.VALENCE)) {
      return Optional.of(new Layout(NormsSource.OASIS, delimiter, theme, images));
    }
    return Optional.empty();
  }

  private static Map<NormsDimension, Integer> places(List<String> columns, String suffix) {
    Map<NormsDimension, Integer> places = new EnumMap<>(NormsDimension.class);
    for (NormsDimension dimension : NormsDimension.values()) {
      int place = columns.indexOf(dimension.label() + suffix);
      if (place >= 0) {
        places.put(dimension, place);
      }
    }
    return places;
  }

  private NormsTable table() {
    List<NormsTable.Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int repeated = 0;
    CSVFormat.Builder format =
        CSVFormat.RFC4180.builder().setDelimiter(layout.delimiter()).setIgnoreEmptyLines(true);
    if (layout.delimiter() == '\t') {
      format.setQuote(null);
    }
    try (Reader reader = Files.newBufferedReader(file);
        CSVParser parser = format.get().parse(reader)) {
      for (CSVRecord record : parser) {
        if (record.getRecordNumber() > 1) {
          NormsTable.Entry entry = entry(record);
          if (seen.add(entry.name())) {
            entries.add(entry);
          } else {
            repeated++;
          }
        }
      }
    } catch (CharacterCodingException e) {
      throw new PlumblineException(file + " is not UTF-8 text: save it as UTF-8.", e);
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      throw new PlumblineException("Cannot read " + file + ": check that it is complete.", e);
    }
    if (entries.isEmpty()) {
      throw new PlumblineException(file + " has a header but no rows: get it again.");
    }
    return new NormsTable(layout.source(), file, entries, notes(entries.size(), repeated));
  }

  private NormsTable.Entry entry(CSVRecord record) {
    Map<NormsDimension, Double> ratings = new EnumMap<>(NormsDimension.class);
    layout
        .ratings()
        .forEach((dimension, at) -> ratings.put(dimension, number(record, dimension, at)));
    String name = cell(record, layout.name()).strip();
    if (name.isEmpty()) {
      throw new PlumblineException(place(record) + " has no name: get the table again.");
    }
    return new NormsTable.Entry(name, ratings);
  }

  private double number(CSVRecord record, NormsDimension dimension, int at) {
    String cell = cell(record, at).strip();
    try {
      double value = Double.parseDouble(cell);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw new PlumblineException(
        "%s, column %s holds \"%s\", which is not a number: get the table again."
            .formatted(place(record), dimension.label(), cell));
  }

  private String cell(CSVRecord record, int at) {
    if (at >= record.size()) {
      throw new PlumblineException(
          "%s has only %d cells: the table was cut short, get it again."
              .formatted(place(record), record.size()));
    }
    return record.get(at);
  }

  private String place(CSVRecord record) {
    return file + ", row " + record.getRecordNumber();
  }

  private List<String> notes(int rows, int repeated) {
    List<String> notes = new ArrayList<>();
    if (repeated > 0) {
      notes.add("%s names %,d entries again; the first of each counts.".formatted(file, repeated));
    }
    if (!layout.source().rows().contains(rows + repeated)) {
      notes.add(
          "%s has %,d rows, but the known releases of the %s have %s: check that it is complete."
              .formatted(
                  file,
                  rows + repeated,
                  layout.source().title(),
                  layout.source().rows().stream()
                      .map("%,d"::formatted)
                      .collect(Collectors.joining(" or "))));
    }
    return notes;
  }
}
