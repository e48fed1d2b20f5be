package dev.plumbline.relation;

import dev.plumbline.core.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/// What ways to adjust p for multiplicity share.
final class AdjustedP {
  private AdjustedP() {}

  /// Positions of the p in `[0, 1]` from the smallest to the greatest.
  static Integer[] ascending(double[] p) {
    for (double value : p) {
      Arguments.check(value >= 0 && value <= 1, "p must lie between 0 and 1");
    }
    Integer[] positions = new Integer[p.length];
    Arrays.setAll(positions, i -> i);
    Arrays.sort(positions, Comparator.comparingDouble((Integer i) -> p[i]));
    return positions;
  }

  /// Adjusts the p that exist; the others are no member of the family and stay empty.
  static List<OptionalDouble> ofKnown(List<OptionalDouble> p, UnaryOperator<double[]> adjustment) {
    double[] known = adjustment.apply(p.stream().flatMapToDouble(OptionalDouble::stream).toArray());
    List<OptionalDouble> adjusted = new ArrayList<>(p.size());
    int next = 0;
    for (OptionalDouble value : p) {
      adjusted.add(value.isPresent() ? OptionalDouble.of(known[next++]) : OptionalDouble.empty());
    }
    return adjusted;
  }
}
