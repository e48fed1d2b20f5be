package dev.plumbline.ui.part;

import dev.plumbline.report.FigureTable;
import dev.plumbline.report.NumberStyle;
import dev.plumbline.ui.session.Look;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javafx.scene.Node;

/// The table behind a chart on screen: numbers to four digits, at the right and sorted as numbers.
final class FigureRows {
  private static final MathContext DIGITS = new MathContext(4);
  private static final int LOOKED_AT = 200;
  private static final double CHARACTER = 7.5;
  private static final double PADDING = 24;
  private static final double LEAST = 56;
  private static final double MOST = 260;

  private final FigureTable table;
  private final Look look;

  FigureRows(FigureTable table, Look look) {
    this.table = table;
    this.look = look;
  }

  /// The table.
  Node node(String id, String name) {
    RowTable<List<String>> rows = new RowTable<>(id, name);
    for (int i = 0; i < table.columns().size(); i++) {
      int column = i;
      String title = title(table.columns().get(i));
      if (numbers(column)) {
        rows.numberWith(
            title,
            width(column, title),
            cells -> number(cells.get(column)),
            cells -> written(cells.get(column)));
      } else {
        rows.text(
            title, width(column, title), cells -> look.messages().sentence(cells.get(column)));
      }
    }
    for (int i = 0; i < table.columns().size(); i++) {
      double least = width(i, title(table.columns().get(i)));
      rows.view().getColumns().get(i).setMinWidth(least);
    }
    rows.setRows(table.rows());
    return rows.view();
  }

  /// Heading of a column in the user's language.
  private String title(String column) {
    String key = "column." + column;
    return look.messages().has(key) ? look.text(key) : column.replace('_', ' ');
  }

  private boolean numbers(int column) {
    return table.rows().stream().anyMatch(row -> !row.get(column).isEmpty())
        && table.rows().stream()
            .map(row -> row.get(column))
            .allMatch(cell -> cell.isEmpty() || number(cell).isPresent());
  }

  private static OptionalDouble number(String cell) {
    try {
      return OptionalDouble.of(Double.parseDouble(cell));
    } catch (NumberFormatException _) {
      return OptionalDouble.empty();
    }
  }

  private String written(String cell) {
    OptionalDouble value = number(cell);
    if (value.isEmpty() || !Double.isFinite(value.getAsDouble())) {
      return cell;
    }
    NumberStyle numbers = new NumberStyle(look.locale());
    double known = value.getAsDouble();
    if (known == Math.rint(known) && Math.abs(known) < 1e15) {
      return numbers.count((long) known);
    }
    BigDecimal rounded = new BigDecimal(known).round(DIGITS);
    return rounded.scale() > 8
        ? rounded.toString()
        : numbers.decimal(rounded.doubleValue(), Math.max(0, rounded.scale()));
  }

  private double width(int column, String title) {
    int longest =
        IntStream.range(0, Math.min(LOOKED_AT, table.rows().size()))
            .mapToObj(row -> table.rows().get(row).get(column))
            .mapToInt(cell -> number(cell).isPresent() ? written(cell).length() : cell.length())
            .max()
            .orElse(0);
    return Math.clamp(Math.max(longest, title.length()) * CHARACTER + PADDING, LEAST, MOST);
  }
}
