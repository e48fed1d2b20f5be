package dev.plumbline.report;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The data behind a chart, as it is written to CSV: full precision, decimal points, empty cells
/// where nothing was measured.
///
/// @param columns names, the same in every language
/// @param rows cells, as many in each row as there are columns
public record FigureTable(List<String> columns, List<List<String>> rows) {
  public FigureTable {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
    for (List<String> row : rows) {
      Arguments.check(row.size() == columns.size(), "a row does not fill the columns");
    }
  }

  /// Starts a table.
  public static Builder columns(String... names) {
    return new Builder(List.of(names));
  }

  /// Lower bound of an interval, if there is one.
  static OptionalDouble low(Optional<Interval> interval) {
    return interval.isPresent() ? OptionalDouble.of(interval.get().low()) : OptionalDouble.empty();
  }

  /// Upper bound of an interval, if there is one.
  static OptionalDouble high(Optional<Interval> interval) {
    return interval.isPresent() ? OptionalDouble.of(interval.get().high()) : OptionalDouble.empty();
  }

  /// Collects rows.
  public static final class Builder {
    private final List<String> columns;
    private final List<List<String>> rows = new ArrayList<>();

    private Builder(List<String> columns) {
      this.columns = columns;
    }

    /// Appends a row; an `OptionalDouble` without a value becomes an empty cell.
    public Builder row(Object... cells) {
      List<String> row = new ArrayList<>();
      for (Object cell : cells) {
        row.add(
            cell instanceof OptionalDouble number
                ? number.isPresent() ? Double.toString(number.getAsDouble()) : ""
                : String.valueOf(cell));
      }
      rows.add(row);
      return this;
    }

    /// Ends the table.
    public FigureTable table() {
      return new FigureTable(columns, rows);
    }
  }
}
