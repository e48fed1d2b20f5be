package dev.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/// Columns of text for a terminal; the first is aligned left, the others right, unless the last
/// holds text.
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private boolean wordy;

  TextTable(String... header) {
    rows.add(List.of(header));
  }

  /// The last column holds text and is aligned left.
  TextTable wordy() {
    wordy = true;
    return this;
  }

  /// Appends a row of as many cells as the header has.
  TextTable row(String... cells) {
    rows.add(List.of(cells));
    return this;
  }

  /// A number with three decimals, or a dash.
  static String number(OptionalDouble value) {
    return value.isPresent() ? number(value.getAsDouble()) : "–";
  }

  /// A number with three decimals.
  static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /// A p value with four decimals, `<.0001` below a half of the last; a p value is never zero.
  static String p(OptionalDouble value) {
    if (value.isEmpty()) {
      return "–";
    }
    double p = value.getAsDouble();
    return p < 0.00005 ? "<.0001" : String.format(Locale.ROOT, "%.4f", p);
  }

  @Override
  public String toString() {
    int columns = rows.getFirst().size();
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String cell = row.get(i);
        String space = " ".repeat(widths[i] - cell.codePointCount(0, cell.length()));
        boolean left = i == 0 || wordy && i == columns - 1;
        line.append(i == 0 ? "" : "  ").append(left ? cell + space : space + cell);
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
