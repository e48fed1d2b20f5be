package dev.plumbline.report;

import dev.plumbline.core.ModelId;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.ModelFacts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Which cells a heat map of d has: all that are asked for, measured or not, then those that only
/// the rows know, such as imported ones.
final class BiasGrid {
  private final List<ModelId> models;
  private final List<Column> columns;

  /// One test in one order.
  record Column(TestId test, Order order) {}

  /// @param asked tests with the orders asked for
  BiasGrid(List<BiasRow> rows, List<ModelFacts> facts, List<AssociationTest> asked) {
    Stream<ModelId> known = asked.isEmpty() ? Stream.of() : facts.stream().map(ModelFacts::id);
    models = Stream.concat(known, rows.stream().map(BiasRow::model)).distinct().toList();
    Map<TestId, Set<Order>> tests = new LinkedHashMap<>();
    asked.forEach(test -> orders(tests, test.id()).addAll(test.orders()));
    rows.forEach(row -> orders(tests, row.test()).add(row.order()));
    columns = new ArrayList<>();
    tests.forEach((test, orders) -> orders.forEach(it -> columns.add(new Column(test, it))));
  }

  private static Set<Order> orders(Map<TestId, Set<Order>> tests, TestId test) {
    return tests.computeIfAbsent(test, _ -> new TreeSet<>());
  }

  /// The rows: models.
  List<ModelId> models() {
    return models;
  }

  /// The columns: tests, each in its orders.
  List<Column> columns() {
    return columns;
  }

  /// Headings over the columns.
  List<Matrix.Group> groups(ChartStyle style) {
    return new LinkedHashSet<>(columns.stream().map(Column::test).toList())
        .stream()
            .map(
                test ->
                    new Matrix.Group(
                        style.names().test(test.value()),
                        columns.stream()
                            .filter(column -> column.test().equals(test))
                            .map(column -> style.order(column.order().label()))
                            .toList()))
            .toList();
  }
}
