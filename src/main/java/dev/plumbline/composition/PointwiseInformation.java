package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import dev.plumbline.core.Interval;
import java.util.Optional;

/// How much more often do two term lists occur in one caption than if they were independent?
///
/// Pointwise mutual information `PMI = ln[p(u,v) / (p(u) p(v))] = ln[n_uv N / (n_u n_v)]` in nats
/// (Church and Hanks 1990, Word association norms, Computational Linguistics 16:1). 0: as chance
/// would have it; ln 2: twice as often.
///
/// The 95 % interval is Wald's by the delta method over N captions drawn independently: the
/// gradient of PMI by the probabilities of the four kinds of caption (both, only u, only v,
/// neither) is `(1/p_uv − 1/p_u − 1/p_v, −1/p_u, −1/p_v, 0)` with mean −1, so that
///
/// `σ² = (p_uv g_uv² + (p_u − p_uv)/p_u² + (p_v − p_uv)/p_v² − 1) / N`
///
/// It is wide and only approximate where n_uv is small. Not defined where n_uv is 0. Where both
/// lists are in every caption, PMI and its error are 0.
///
/// @param value in nats
/// @param interval 95 % interval
public record PointwiseInformation(double value, Interval interval) {
  private static final double Z = 1.959964;

  /// PMI of two lists.
  ///
  /// @param together rows that mention both
  /// @param first rows that mention the first, not fewer than `together`
  /// @param second rows that mention the second, not fewer than `together`
  /// @param all rows that count, not fewer than either
  /// @return empty where not defined
  public static Optional<PointwiseInformation> of(
      long together, long first, long second, long all) {
    Arguments.check(
        0 <= together && together <= Math.min(first, second) && Math.max(first, second) <= all,
        "counts must nest: together ≤ each list ≤ all rows");
    if (together == 0) {
      return Optional.empty();
    }
    double value = Math.log(together) + Math.log(all) - Math.log(first) - Math.log(second);
    double both = (double) together / all;
    double u = (double) first / all;
    double v = (double) second / all;
    double gradient = 1 / both - 1 / u - 1 / v;
    double variance = both * gradient * gradient + (u - both) / (u * u) + (v - both) / (v * v) - 1;
    double half = Z * Math.sqrt(Math.max(0, variance) / all);
    return Optional.of(
        new PointwiseInformation(
            value, new Interval(value - half, value + half, 0.95, "Wald, delta method")));
  }
}
