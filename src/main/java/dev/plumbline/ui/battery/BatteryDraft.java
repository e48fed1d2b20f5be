package dev.plumbline.ui.battery;

import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.StimulusSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// Changes of a battery, each returning a new one.
final class BatteryDraft {
  private static final int SETS_OF_A_TEST = 4;

  private BatteryDraft() {}

  /// The battery under another id; its tests and sets stay.
  static Battery renamed(Battery battery, String id) {
    return new Battery(id, battery.label(), battery.sets(), battery.tests(), battery.imageSource());
  }

  /// The battery with one test changed.
  static Battery withTest(Battery battery, TestId id, UnaryOperator<AssociationTest> change) {
    return battery.withTests(
        battery.tests().stream()
            .map(test -> test.id().equals(id) ? change.apply(test) : test)
            .toList());
  }

  /// The battery without a test.
  static Battery withoutTest(Battery battery, TestId id) {
    return battery.withTests(
        battery.tests().stream().filter(test -> !test.id().equals(id)).toList());
  }

  /// The battery with one more test behind another, at the end if there is no other.
  static Battery withTestAfter(Battery battery, Optional<TestId> before, AssociationTest test) {
    List<AssociationTest> tests = new ArrayList<>(battery.tests());
    int place =
        before.map(id -> tests.stream().map(AssociationTest::id).toList().indexOf(id)).orElse(-1);
    tests.add(place < 0 ? tests.size() : place + 1, test);
    return battery.withTests(tests);
  }

  /// A test of the battery's first four sets, the last of them several times if there are fewer;
  /// empty without any set.
  static Optional<AssociationTest> newTest(Battery battery, String name) {
    List<String> sets = new ArrayList<>(battery.sets().keySet());
    if (sets.isEmpty()) {
      return Optional.empty();
    }
    while (sets.size() < SETS_OF_A_TEST) {
      sets.add(sets.getLast());
    }
    TestId id = freeId(battery, name);
    AssociationTest test =
        new AssociationTest(
            id,
            id.value(),
            Labels.of(id.value()),
            sets.get(0),
            sets.get(1),
            sets.get(2),
            sets.get(3),
            List.of());
    return Optional.of(test.withOrders(possible(battery, test)));
  }

  /// An id that no test has: the wanted one, else with a number behind it.
  static TestId freeId(Battery battery, String wanted) {
    List<String> taken = battery.tests().stream().map(test -> test.id().value()).toList();
    return new TestId(free(wanted, taken::contains));
  }

  /// The wanted name, else the first with a number behind it that is not taken.
  private static String free(String wanted, Predicate<String> taken) {
    String name = wanted;
    for (int i = 2; taken.test(name); i++) {
      name = wanted + "-" + i;
    }
    return name;
  }

  /// The orders that a test's sets have stimuli for.
  static List<Order> possible(Battery battery, AssociationTest test) {
    return Arrays.stream(Order.values()).filter(order -> isPossible(battery, test, order)).toList();
  }

  /// Whether a test's sets have stimuli for an order.
  static boolean isPossible(Battery battery, AssociationTest test, Order order) {
    return has(battery, test.x(), order.imageTargets())
        && has(battery, test.y(), order.imageTargets())
        && has(battery, test.a(), order.imageAttributes())
        && has(battery, test.b(), order.imageAttributes());
  }

  private static boolean has(Battery battery, String set, boolean images) {
    StimulusSet known = battery.sets().get(set);
    return images ? known.hasImages() : known.hasTexts();
  }

  /// The test over other sets, in those of its orders that they have stimuli for, or in all such if
  /// none is left.
  static AssociationTest over(Battery battery, AssociationTest test, UnaryOperator<String> sets) {
    AssociationTest other = test.withSets(sets);
    List<Order> possible = possible(battery, other);
    List<Order> kept = other.orders().stream().filter(possible::contains).toList();
    return other.withOrders(kept.isEmpty() ? possible : kept);
  }

  /// The test in one order more or less, orders in their usual sequence.
  static AssociationTest ordered(AssociationTest test, Order order, boolean wanted) {
    List<Order> orders = new ArrayList<>();
    for (Order each : Order.values()) {
      if (each == order ? wanted : test.orders().contains(each)) {
        orders.add(each);
      }
    }
    return test.withOrders(orders);
  }

  /// The battery with one set changed.
  static Battery withSet(Battery battery, String name, UnaryOperator<StimulusSet> change) {
    Map<String, StimulusSet> sets = new LinkedHashMap<>(battery.sets());
    sets.computeIfPresent(name, (_, set) -> change.apply(set));
    return battery.with(sets, battery.tests());
  }

  /// A name that no set has: the wanted one, else with a number behind it.
  static String freeName(Battery battery, String wanted) {
    return free(wanted, battery.sets()::containsKey);
  }

  /// The battery with one more set behind another, at the end if there is no other.
  static Battery withSetAfter(Battery battery, Optional<String> before, StimulusSet set) {
    List<StimulusSet> sets = new ArrayList<>(battery.sets().values());
    int place = before.map(name -> List.copyOf(battery.sets().keySet()).indexOf(name)).orElse(-1);
    sets.add(place < 0 ? sets.size() : place + 1, set);
    return battery.with(byName(sets), battery.tests());
  }

  /// The battery with a set under another name, in its place; its tests follow.
  static Battery withSetNamed(Battery battery, String old, String name) {
    List<StimulusSet> sets =
        battery.sets().values().stream()
            .map(set -> set.name().equals(old) ? set.named(name) : set)
            .toList();
    return battery.with(
        byName(sets),
        battery.tests().stream()
            .map(test -> test.withSets(set -> set.equals(old) ? name : set))
            .toList());
  }

  /// The battery without a set and without the tests that use it.
  static Battery withoutSet(Battery battery, String name) {
    Map<String, StimulusSet> sets = new LinkedHashMap<>(battery.sets());
    sets.remove(name);
    return battery.with(
        sets, battery.tests().stream().filter(test -> !test.sets().contains(name)).toList());
  }

  private static Map<String, StimulusSet> byName(List<StimulusSet> sets) {
    Map<String, StimulusSet> named = new LinkedHashMap<>();
    sets.forEach(set -> named.put(set.name(), set));
    return named;
  }
}
