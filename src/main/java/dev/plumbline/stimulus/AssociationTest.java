package dev.plumbline.stimulus;

import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// One embedding association test: two target sets, two attribute sets, up to four orders.
///
/// A positive d means X goes with A and Y with B. Where the battery's file flips a test, X and Y
/// stand exchanged here, so that this sentence always holds.
///
/// @param id identity within the battery
/// @param category what it is grouped under, such as `Flower-Insect/Valence`
/// @param label name to show
/// @param x name of target set X; likewise y
/// @param a name of attribute set A; likewise b
/// @param orders orders it is run in
/// @param expected which target its authors expect with A, empty if they expect nothing
/// @param flipped whether the file names the targets the other way round
public record AssociationTest(
    TestId id,
    String category,
    Labels label,
    String x,
    String y,
    String a,
    String b,
    List<Order> orders,
    Optional<Expectation> expected,
    boolean flipped) {
  public AssociationTest {
    orders = List.copyOf(orders);
  }

  /// A test as its file names it, without expectation.
  public AssociationTest(
      TestId id,
      String category,
      Labels label,
      String x,
      String y,
      String a,
      String b,
      List<Order> orders) {
    this(id, category, label, x, y, a, b, orders, Optional.empty(), false);
  }

  /// The same test with X and Y exchanged: d changes its sign, p its side.
  public AssociationTest flip() {
    return new AssociationTest(
        id, category, label, y, x, a, b, orders, expected.map(Expectation::exchanged), !flipped);
  }

  /// The same test in other orders.
  public AssociationTest withOrders(List<Order> others) {
    return new AssociationTest(id, category, label, x, y, a, b, others, expected, flipped);
  }

  /// The same test under another id.
  public AssociationTest withId(TestId other) {
    return new AssociationTest(other, category, label, x, y, a, b, orders, expected, flipped);
  }

  /// The same test called otherwise, in every language.
  public AssociationTest called(String name) {
    return new AssociationTest(
        id, category, Labels.of(name), x, y, a, b, orders, expected, flipped);
  }

  /// The same test grouped under another category.
  public AssociationTest withCategory(String other) {
    return new AssociationTest(id, other, label, x, y, a, b, orders, expected, flipped);
  }

  /// The same test with another expectation.
  public AssociationTest withExpected(Optional<Expectation> other) {
    return new AssociationTest(id, category, label, x, y, a, b, orders, other, flipped);
  }

  /// The same test over other sets, each given by what it is called now.
  public AssociationTest withSets(UnaryOperator<String> other) {
    return new AssociationTest(
        id,
        category,
        label,
        other.apply(x),
        other.apply(y),
        other.apply(a),
        other.apply(b),
        orders,
        expected,
        flipped);
  }

  /// The names of its four sets: X, Y, A, B.
  public List<String> sets() {
    return List.of(x, y, a, b);
  }
}
