package dev.plumbline.ui.battery;

import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import dev.plumbline.stimulus.AssociationTest;
import dev.plumbline.stimulus.Battery;
import dev.plumbline.stimulus.Selection;
import dev.plumbline.stimulus.StimulusSet;
import dev.plumbline.stimulus.TextGroup;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Changes of a battery, each returning a new one.
final class BatteryDraft {
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
    return new Battery(battery.id(), battery.label(), sets, battery.tests(), battery.imageSource());
  }

  /// The group of words at a place: 0 for the set's own words, then the further ones.
  static TextGroup group(StimulusSet set, int place) {
    return place == 0 ? new TextGroup(set.texts(), set.templates()) : set.more().get(place - 1);
  }

  /// The set with the group at a place replaced.
  static StimulusSet withGroup(StimulusSet set, int place, TextGroup group) {
    if (place == 0) {
      return set.withTexts(group.texts(), group.templates());
    }
    List<TextGroup> more = new ArrayList<>(set.more());
    more.set(place - 1, group);
    return new StimulusSet(
        set.name(),
        set.label(),
        set.texts(),
        set.templates(),
        set.images(),
        more,
        set.textRule(),
        set.imageRule(),
        set.source());
  }

  /// The set with its images in another folder, or without a folder where the name is blank.
  static StimulusSet withImages(StimulusSet set, String folder) {
    return new StimulusSet(
        set.name(),
        set.label(),
        set.texts(),
        set.templates(),
        Optional.of(folder.strip()).filter(name -> !name.isEmpty()),
        set.more(),
        set.textRule(),
        set.imageRule(),
        set.source());
  }

  /// The set with its rules taking that many entries.
  static StimulusSet withRuleSize(StimulusSet set, int n) {
    return new StimulusSet(
        set.name(),
        set.label(),
        set.texts(),
        set.templates(),
        set.images(),
        set.more(),
        set.textRule().map(rule -> sized(rule, n)),
        set.imageRule().map(rule -> sized(rule, n)),
        set.source());
  }

  private static Selection sized(Selection rule, int n) {
    return new Selection(rule.norms(), rule.by(), rule.end(), n);
  }

  /// Lines of a text field as texts: stripped, blank ones left out.
  static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
