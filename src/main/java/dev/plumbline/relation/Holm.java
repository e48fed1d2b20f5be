package dev.plumbline.relation;

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
    Integer[] ascending = AdjustedP.ascending(p);
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
    return AdjustedP.ofKnown(p, Holm::adjust);
  }
}
