package dev.plumbline.stimulus;

import dev.plumbline.core.JsonTree;
import dev.plumbline.core.Order;
import dev.plumbline.core.PlumblineException;
import dev.plumbline.core.TestId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the tests of a battery; a test without `orders` gets all that its sets allow.
final class TestReader {
  private static final Set<String> MEMBERS =
      Set.of(
          "id", "category", "label", "x", "y", "a", "b", "orders", "expected", "flip", "comment");

  private final Map<String, StimulusSet> sets;

  TestReader(Map<String, StimulusSet> sets) {
    this.sets = sets;
  }

  List<AssociationTest> tests(JsonTree tree) {
    List<AssociationTest> tests = new ArrayList<>();
    Set<TestId> ids = new HashSet<>();
    for (JsonTree item : tree.items()) {
      AssociationTest test = test(item);
      if (!ids.add(test.id())) {
        throw item.get("id").error("the id \"" + test.id() + "\" is used twice.");
      }
      tests.add(test);
    }
    if (tests.isEmpty()) {
      throw tree.error("needs at least one test.");
    }
    return tests;
  }

  private AssociationTest test(JsonTree tree) {
    BatteryReader.onlyMembers(tree, MEMBERS);
    TestId id = new TestId(tree.get("id").name());
    String x = setName(tree.get("x"));
    String y = setName(tree.get("y"));
    String a = setName(tree.get("a"));
    String b = setName(tree.get("b"));
    AssociationTest test =
        new AssociationTest(
            id,
            tree.find("category").map(JsonTree::name).orElse(id.value()),
            BatteryReader.label(tree, id.value()),
            x,
            y,
            a,
            b,
            tree.find("orders").map(TestReader::orders).orElse(List.of()),
            tree.find("expected").map(TestReader::expectation),
            false);
    AssociationTest complete = tree.find("orders").isPresent() ? test : withPossible(tree, test);
    checkOrders(tree, complete);
    return tree.find("flip").map(JsonTree::truth).orElse(false) ? complete.flip() : complete;
  }

  private String setName(JsonTree tree) {
    String name = tree.name();
    if (!sets.containsKey(name)) {
      throw tree.error("there is no set \"" + name + "\" under $.sets.");
    }
    return name;
  }

  private static Expectation expectation(JsonTree tree) {
    return Expectation.named(tree.text())
        .orElseThrow(
            () ->
                tree.error(
                    "is \"" + tree.text() + "\", but must be \"x with a\" or \"y with a\"."));
  }

  private static List<Order> orders(JsonTree list) {
    List<Order> orders = new ArrayList<>();
    for (JsonTree item : list.items()) {
      Order order = order(item);
      if (orders.contains(order)) {
        throw item.error("the order \"" + order.label() + "\" is named twice.");
      }
      orders.add(order);
    }
    if (orders.isEmpty()) {
      throw list.error("needs at least one order.");
    }
    return orders;
  }

  private static Order order(JsonTree item) {
    try {
      return Order.parse(item.text());
    } catch (PlumblineException e) {
      throw new PlumblineException(item.error(e.getMessage()).getMessage(), e);
    }
  }

  private AssociationTest withPossible(JsonTree tree, AssociationTest test) {
    List<Order> possible =
        Arrays.stream(Order.values())
            .filter(
                order ->
                    has(test.x(), order.imageTargets())
                        && has(test.y(), order.imageTargets())
                        && has(test.a(), order.imageAttributes())
                        && has(test.b(), order.imageAttributes()))
            .toList();
    if (possible.isEmpty()) {
      throw tree.error("no order is possible: the sets have neither texts nor images in common.");
    }
    return test.withOrders(possible);
  }

  private void checkOrders(JsonTree tree, AssociationTest test) {
    for (Order order : test.orders()) {
      requireKind(tree.get("x"), test.x(), order.imageTargets(), order);
      requireKind(tree.get("y"), test.y(), order.imageTargets(), order);
      requireKind(tree.get("a"), test.a(), order.imageAttributes(), order);
      requireKind(tree.get("b"), test.b(), order.imageAttributes(), order);
    }
  }

  private boolean has(String set, boolean image) {
    return image ? sets.get(set).hasImages() : sets.get(set).hasTexts();
  }

  private void requireKind(JsonTree tree, String set, boolean image, Order order) {
    if (!has(set, image)) {
      throw tree.error(
          "the order \"%s\" needs %s, but the set \"%s\" has none."
              .formatted(order.label(), image ? "images" : "texts", set));
    }
  }
}
