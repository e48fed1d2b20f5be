package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import java.util.OptionalDouble;

/// Do two term lists occur in one caption more often than chance would have it, on a scale that
/// does not depend on how frequent they are?
///
/// Normalised pointwise mutual information `nPMI(u, v) = ln[p(u,v) / (p(u) p(v))] / −ln p(u,v)`,
/// with `p(u) = n_u / N`, `p(v) = n_v / N`, `p(u,v) = n_uv / N` over the N used rows whose caption
/// is not null (an empty caption counts). Range −1 (never together, a limit not reached) through 0
/// (independent) to 1 (never apart). Bouma, Normalized (pointwise) mutual information in
/// collocation extraction, GSCL 2009.
///
/// Not defined where p(u,v) is 0 or 1, which includes N = 0.
final class MutualInformation {
  private MutualInformation() {}

  /// nPMI of two lists.
  ///
  /// @param together rows that mention both
  /// @param first rows that mention the first, not fewer than `together`
  /// @param second rows that mention the second, not fewer than `together`
  /// @param all rows that count, not fewer than either
  /// @return empty where not defined
  static OptionalDouble normalised(long together, long first, long second, long all) {
    Arguments.check(
        0 <= together && together <= Math.min(first, second) && Math.max(first, second) <= all,
        "counts must nest: together ≤ each list ≤ all rows");
    if (together == 0 || together == all) {
      return OptionalDouble.empty();
    }
    double logAll = Math.log(all);
    double logTogether = Math.log(together);
    double pmi = logTogether + logAll - Math.log(first) - Math.log(second);
    return OptionalDouble.of(pmi / (logAll - logTogether));
  }
}
