package dev.plumbline.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Finds out how a delimited text is written, from its beginning.
///
/// The delimiter is the format's own (tab for TSV, comma for CSV) if it cuts at least half of the
/// records into as many cells as the first, and these are several; else the one that does so for
/// most, at least nine in ten. The first record is a header if a cell of it is a known column name
/// or one that the user assigned, or if it looks unlike the records below it: no web address and no
/// number where they have some. Double quotes enclose cells, but not in a headerless TSV (the CC3M
/// and CC12M lists write them as characters), nor where they do not pair up.
final class DelimitedSniffer {
  private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");
  private static final char[] DELIMITERS = {',', '\t', ';', '|'};
  private static final int LONGEST_NAME = 64;

  private final Collection<String> assignedNames;

  /// @param assignedNames column names the user assigned by hand
  DelimitedSniffer(Collection<String> assignedNames) {
    this.assignedNames = assignedNames;
  }

  /// The dialect and columns of a text, empty if it has no record.
  Optional<Finding> sniff(FileHead head, ManifestFormat format) {
    Encoding encoding = Encoding.of(head.bytes());
    String text = encoding.decode(head.bytes());
    DelimitedText delimited = new DelimitedText(text, head.whole());
    char delimiter = delimiter(delimited, format == ManifestFormat.TSV ? '\t' : ',');
    DelimitedRecords records = delimited.cut(delimiter, true);
    boolean quoted = true;
    if (delimiter == '\t' && (records.faults() > records.enclosed() || !header(records))) {
      records = delimited.cut(delimiter, false);
      quoted = false;
    }
    if (records.records().isEmpty()) {
      return Optional.empty();
    }
    boolean header = header(records);
    Dialect dialect = Dialect.delimited(head.compression(), encoding, delimiter, quoted, header);
    return Optional.of(new Finding(dialect, columns(records.records(), header)));
  }

  private static char delimiter(DelimitedText text, char own) {
    if (text.consistency(own) >= 0.5) {
      return own;
    }
    char best = own;
    double most = 0.9;
    for (char delimiter : DELIMITERS) {
      double consistency = text.consistency(delimiter);
      if (consistency >= most) {
        best = delimiter;
        most = Math.nextUp(consistency);
      }
    }
    return best;
  }

  private boolean header(DelimitedRecords cut) {
    List<List<String>> records = cut.records();
    if (records.isEmpty() || records.getFirst().stream().anyMatch(DelimitedSniffer::address)) {
      return false;
    }
    List<String> first = records.getFirst();
    for (String cell : first) {
      if (assignedNames.contains(cell) || ColumnAliases.known(cell.strip())) {
        return true;
      }
    }
    boolean names = true;
    boolean differs = false;
    for (int i = 0; i < first.size(); i++) {
      String cell = first.get(i).strip();
      names &= !address(cell) && !number(cell) && cell.length() <= LONGEST_NAME;
      int column = i;
      List<String> below =
          records.stream().skip(1).filter(r -> r.size() > column).map(r -> r.get(column)).toList();
      long typed = below.stream().filter(c -> address(c) || number(c.strip())).count();
      differs |= typed * 2 > below.size();
    }
    return names && (differs || records.size() == 1 || !anyAddress(records));
  }

  private static boolean anyAddress(List<List<String>> records) {
    return records.stream().flatMap(List::stream).anyMatch(DelimitedSniffer::address);
  }

  private static boolean address(String cell) {
    String start = cell.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("http://") || start.startsWith("https://");
  }

  private static boolean number(String cell) {
    return NUMBER.matcher(cell).matches();
  }

  private static List<Column> columns(List<List<String>> records, boolean header) {
    List<Column> columns = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    List<String> first = records.getFirst();
    for (int i = 0; i < first.size(); i++) {
      String wanted = header && !first.get(i).isBlank() ? first.get(i).strip() : "column" + i;
      String name = wanted;
      for (int n = 1; taken.contains(name); n++) {
        name = wanted + "_" + n;
      }
      taken.add(name);
      columns.add(new Column(name, "VARCHAR"));
    }
    return columns;
  }

  /// What was found.
  record Finding(Dialect dialect, List<Column> columns) {}

  private record DelimitedText(String text, boolean whole) {
    DelimitedRecords cut(char delimiter, boolean quoted) {
      return DelimitedRecords.cut(text, delimiter, quoted, whole);
    }

    /// Share of the records with as many cells as the first, 0 where the first has but one.
    double consistency(char delimiter) {
      return Math.max(
          consistency(cut(delimiter, true)),
          delimiter == '\t' ? consistency(cut(delimiter, false)) : 0);
    }

    private static double consistency(DelimitedRecords cut) {
      boolean table = !cut.records().isEmpty() && cut.records().getFirst().size() > 1;
      return table ? cut.consistency() : 0;
    }
  }
}
