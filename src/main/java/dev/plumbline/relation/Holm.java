package dev.plumbline.relation;

import dev.plumbline.core.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/// Which of many p remain small when not even one false discovery is to be likely?
///
/// Adjusted p of the i-th smallest of m: `max_{j ≤ i} min(1, (m − j + 1) p_(j))`. Calling all that
/// are at most α discoveries keeps the chance of any false one at most α, whatever the dependence.
/// Equal p get equal adjusted p. Source: Holm 1979, "A simple sequentially rejective multiple test
/// procedure", Scandinavian Journal of Statistics 6, 65–70.
public final class Holm {
  private Holm() {}

  /// Adjusts p values in `[0, 1]`, keeping their order.
  public static double[] adjust(double[] p) {
    for (double value : p) {
      Arguments.check(value >= 0 && value <= 1, "p must lie between 0 and 1");
    }
    Integer[] ascending = new Integer[p.length];
    Arrays.setAll(ascending, i -> i);
    Arrays.sort(ascending, Comparator.comparingDouble((Integer i) -> p[i]));
    double[] adjusted = new double[p.length];
    double greatest = 0;
    for (int position = 0; position < p.length; position++) {
      int i = ascending[position];
      greatest = Math.max(greatest, Math.min(1, (p.length - position) * p[i]));
      adjusted[i] = greatest;
    }
    return adjusted;
  }

  /// Adjusts the p that exist; the others are no member of the family and stay empty.
  public static List<OptionalDouble> adjust(List<OptionalDouble> p) {
    double[] known =
        adjust(
            p.stream()
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .toArray());
    List<OptionalDouble> adjusted = new ArrayList<>(p.size());
    int next = 0;
    for (OptionalDouble value : p) {
      adjusted.add(value.isPresent() ? OptionalDouble.of(known[next++]) : OptionalDouble.empty());
    }
    return adjusted;
  }
}
