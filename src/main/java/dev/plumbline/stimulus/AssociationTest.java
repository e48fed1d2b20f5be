package dev.plumbline.stimulus;

import dev.plumbline.core.Labels;
import dev.plumbline.core.Order;
import dev.plumbline.core.TestId;
import java.util.List;

/// One embedding association test: two target sets, two attribute sets, up to four orders.
///
/// A positive d means X goes with A and Y with B.
///
/// @param id identity within the battery
/// @param category what it is grouped under, such as `Flower-Insect/Valence`
/// @param label name to show
/// @param x name of target set X; likewise y
/// @param a name of attribute set A; likewise b
/// @param orders orders it is run in
public record AssociationTest(
    TestId id,
    String category,
    Labels label,
    String x,
    String y,
    String a,
    String b,
    List<Order> orders) {
  public AssociationTest {
    orders = List.copyOf(orders);
  }
}
