package dev.plumbline.report;

import java.awt.Color;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// A heat map's content.
///
/// @param rows names down the left
/// @param groups headings over columns, in order
/// @param cells one list a row, one cell a column
/// @param legend what colours and marks mean
record Matrix(List<Row> rows, List<Group> groups, List<List<Cell>> cells, MatrixLegend legend) {
  Matrix {
    rows = List.copyOf(rows);
    groups = List.copyOf(groups);
    cells = cells.stream().map(List::copyOf).toList();
  }

  /// A row.
  ///
  /// @param name its name
  /// @param chip colour of the dataset it belongs to
  /// @param subject what it stands for, if anything
  record Row(String name, Optional<Color> chip, Optional<Subject> subject) {}

  /// Columns under a common heading.
  ///
  /// @param name the heading, empty for none
  /// @param columns names of the columns
  record Group(String name, List<String> columns) {
    Group {
      columns = List.copyOf(columns);
    }
  }

  /// A cell.
  ///
  /// @param subject what it stands for
  /// @param value the number behind it
  /// @param text what is written in it
  /// @param brief the same in fewer characters, for small cells
  /// @param strong whether it is written in bold and dotted
  /// @param fill its colour; empty where nothing was measured
  /// @param tooltip the full record, or the reason
  record Cell(
      Subject subject,
      OptionalDouble value,
      String text,
      String brief,
      boolean strong,
      Optional<Color> fill,
      String tooltip) {}

  /// Number of columns.
  int columns() {
    return groups.stream().mapToInt(group -> group.columns().size()).sum();
  }

  /// Names of all columns, with their heading.
  List<String> columnNames() {
    return groups.stream()
        .flatMap(
            group ->
                group.columns().stream()
                    .map(name -> group.name().isEmpty() ? name : group.name() + " · " + name))
        .toList();
  }

  /// The same as a table of an office program.
  NativeChart.Table nativeTable() {
    return new NativeChart.Table(
        rows.stream().map(Row::name).toList(),
        groups.stream().map(it -> new NativeChart.Group(it.name(), it.columns())).toList(),
        cells.stream()
            .map(
                row ->
                    row.stream()
                        .map(
                            it ->
                                new NativeChart.Cell(it.text(), it.value(), it.strong(), it.fill()))
                        .toList())
            .toList());
  }
}
