package dev.plumbline.manifest;

import java.util.ArrayList;
import java.util.List;

/// The first records of a delimited text, cut by one delimiter and one rule of quoting.
///
/// @param records complete records; blank lines are left out
/// @param enclosed cells in paired quotes
/// @param faults cells whose quotes do not pair up
record DelimitedRecords(List<List<String>> records, int enclosed, int faults) {
  private static final int MOST_RECORDS = 200;

  /// Cuts `text`.
  ///
  /// @param quoted whether double quotes enclose cells and are doubled inside them
  /// @param whole whether the text is complete; if not, its last record is dropped
  static DelimitedRecords cut(String text, char delimiter, boolean quoted, boolean whole) {
    return new Cutter(text, delimiter, quoted).run(whole);
  }

  /// Share of the records that have as many cells as the first.
  double consistency() {
    if (records.isEmpty()) {
      return 0;
    }
    long same = records.stream().filter(r -> r.size() == records.getFirst().size()).count();
    return (double) same / records.size();
  }

  private static final class Cutter {
    private final String text;
    private final char delimiter;
    private final boolean quoted;
    private final List<List<String>> records = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private int at;
    private int enclosed;
    private int faults;

    Cutter(String text, char delimiter, boolean quoted) {
      this.text = text;
      this.delimiter = delimiter;
      this.quoted = quoted;
    }

    DelimitedRecords run(boolean whole) {
      while (at < text.length() && records.size() < MOST_RECORDS) {
        boolean enclosed = quoted && text.charAt(at) == '"';
        cells.add(enclosed ? enclosedCell() : bareCell());
        if (at >= text.length()) {
          if (whole) {
            endRecord();
          }
        } else if (text.charAt(at) == delimiter) {
          at++;
          if (at == text.length() && whole) {
            cells.add("");
            endRecord();
          }
        } else {
          skipLineEnd();
          endRecord();
        }
      }
      return new DelimitedRecords(records, enclosed, faults);
    }

    private String bareCell() {
      int start = at;
      while (at < text.length() && !ends(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private String enclosedCell() {
      StringBuilder cell = new StringBuilder();
      at++;
      while (at < text.length()) {
        char c = text.charAt(at++);
        if (c != '"') {
          cell.append(c);
        } else if (at < text.length() && text.charAt(at) == '"') {
          cell.append(c);
          at++;
        } else {
          if (at < text.length() && !ends(text.charAt(at))) {
            faults++;
            cell.append(bareCell());
          } else {
            enclosed++;
          }
          return cell.toString();
        }
      }
      faults++;
      return cell.toString();
    }

    private boolean ends(char c) {
      return c == delimiter || c == '\n' || c == '\r';
    }

    private void skipLineEnd() {
      if (text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
        at++;
      }
      at++;
    }

    private void endRecord() {
      if (cells.size() > 1 || !cells.getFirst().isEmpty()) {
        records.add(cells);
      }
      cells = new ArrayList<>();
    }
  }
}
