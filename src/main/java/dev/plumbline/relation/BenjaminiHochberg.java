package dev.plumbline.relation;

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
    Integer[] ascending = AdjustedP.ascending(p);
    double[] q = new double[p.length];
    double smallest = 1;
    for (int rank = p.length; rank > 0; rank--) {
      int i = ascending[rank - 1];
      smallest = Math.min(smallest, p[i] * p.length / rank);
      q[i] = smallest;
    }
    return q;
  }

  /// Adjusts the p that exist; the others are no member of the family and stay empty.
  public static List<OptionalDouble> adjust(List<OptionalDouble> p) {
    return AdjustedP.ofKnown(p, BenjaminiHochberg::adjust);
  }
}
