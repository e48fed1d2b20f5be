package dev.plumbline.relation;

import dev.plumbline.core.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Which of many p remain small when the share of false discoveries is to stay small?
///
/// Adjusted p of the i-th smallest of m: `q_(i) = min_{j ≥ i} min(1, m p_(j) / j)`. Calling all `q
/// ≤ α` discoveries keeps the expected share of false ones at most α for independent (and
/// positively dependent) tests. Equal p get equal q. Source: Benjamini and Hochberg 1995, DOI
/// 10.1111/j.2517-6161.1995.tb02031.x.
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /// Adjusts p values in `[0, 1]`, keeping their order.
  public static double[] adjust(double[] p) {
    for (double value : p) {
      Arguments.check(value >= 0 && value <= 1, "p must lie between 0 and 1");
    }
    Integer[] descending = new Integer[p.length];
    Arrays.setAll(descending, i -> i);
    Arrays.sort(descending, Comparator.comparingDouble((Integer i) -> p[i]).reversed());
    double[] q = new double[p.length];
    double smallest = 1;
    for (int position = 0; position < p.length; position++) {
      int rank = p.length - position;
      int i = descending[position];
      smallest = Math.min(smallest, p[i] * p.length / rank);
      q[i] = smallest;
    }
    return q;
  }

  /// Adjusts the p that exist; the others are no member of the family and stay empty.
  public static List<OptionalDouble> adjust(List<OptionalDouble> p) {
    double[] q =
        adjust(
            p.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray());
    List<OptionalDouble> adjusted = new ArrayList<>(p.size());
    int next = 0;
    for (OptionalDouble value : p) {
      adjusted.add(value.isPresent() ? OptionalDouble.of(q[next++]) : OptionalDouble.empty());
    }
    return adjusted;
  }
}
