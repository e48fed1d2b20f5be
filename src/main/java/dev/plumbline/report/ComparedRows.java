package dev.plumbline.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Rows of a comparison: where a test is there in several orders, its name stands once, on a row of
/// its own above them; else each row bears both.
final class ComparedRows {
  private final List<Row> rows = new ArrayList<>();

  /// What a row shows.
  ///
  /// @param test name of the test
  /// @param order name of the order
  record Name(String test, String order) {
    /// Both in one line.
    String whole() {
      return test + " · " + order;
    }
  }

  /// @param index place of the compared pair, below 0 for a heading
  /// @param text what stands there
  private record Row(int index, String text) {
    boolean heading() {
      return index < 0;
    }
  }

  /// @param names tests and orders, those of a test one after another
  ComparedRows(List<Name> names) {
    List<String> tests = names.stream().map(Name::test).toList();
    for (int i = 0; i < names.size(); i++) {
      Name name = names.get(i);
      boolean several = Collections.frequency(tests, name.test()) > 1;
      if (several && tests.indexOf(name.test()) == i) {
        rows.add(new Row(-1, name.test()));
      }
      rows.add(new Row(i, several ? name.order() : name.whole()));
    }
  }

  /// The marks, with rows without marks for headings.
  MarkGrid marks(MarkGrid pairs) {
    return new MarkGrid(
        rows.stream().map(row -> row.heading() ? "" : row.text()).toList(),
        pairs.series().stream().map(this::series).toList());
  }

  private MarkGrid.Series series(MarkGrid.Series series) {
    Mark none =
        new Mark(
            series.subject(), series.color(), OptionalDouble.empty(), Optional.empty(), "", "");
    return new MarkGrid.Series(
        series.subject(),
        series.name(),
        series.color(),
        rows.stream().map(row -> row.heading() ? none : series.marks().get(row.index())).toList());
  }

  /// One a row: the heading, or nothing.
  List<String> headings() {
    return rows.stream().map(row -> row.heading() ? row.text() : "").toList();
  }

  /// One a row: what stands beside the pair, or nothing.
  List<String> beside(List<String> pairs) {
    return rows.stream().map(row -> row.heading() ? "" : pairs.get(row.index())).toList();
  }
}
