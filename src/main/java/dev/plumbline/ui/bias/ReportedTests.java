package dev.plumbline.ui.bias;

import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.study.BiasRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Tests that result tables report and the battery does not have.
final class ReportedTests {
  private ReportedTests() {}

  /// The battery's tests and after them those that only tables report, in the tables' order.
  static List<AssociationTest> after(List<AssociationTest> battery, List<BiasRow> rows) {
    Set<TestId> known = battery.stream().map(AssociationTest::id).collect(Collectors.toSet());
    Map<TestId, List<BiasRow>> reported = new LinkedHashMap<>();
    for (BiasRow row : rows) {
      if (row.reported().isPresent() && !known.contains(row.test())) {
        reported.computeIfAbsent(row.test(), _ -> new ArrayList<>()).add(row);
      }
    }
    List<AssociationTest> tests = new ArrayList<>(battery);
    reported.values().forEach(same -> tests.add(test(same)));
    return tests;
  }

  private static AssociationTest test(List<BiasRow> rows) {
    BiasRow first = rows.getFirst();
    List<String> sets = first.reported().orElseThrow().sets();
    Set<Order> orders = new HashSet<>(rows.stream().map(BiasRow::order).toList());
    return new AssociationTest(
        first.test(),
        first.category(),
        Labels.of(first.test().value()),
        name(sets, 0, "X"),
        name(sets, 1, "Y"),
        name(sets, 2, "A"),
        name(sets, 3, "B"),
        Arrays.stream(Order.values()).filter(orders::contains).toList());
  }

  private static String name(List<String> sets, int at, String letter) {
    return sets.isEmpty() ? letter : sets.get(at);
  }
}
