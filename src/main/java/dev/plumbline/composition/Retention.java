package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import dev.plumbline.core.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much of a group does a selection keep, and is it more or less than of all rows?
///
/// `share = kept / raw`, the kept/raw ratio of Hong et al. (arXiv 2405.08209), with Wilson's
/// interval ([Proportion#wilson()]).
///
/// `relative = (kept / raw) / (K / N)` with N used and K kept rows: the group's share among the
/// kept rows divided by its share among all. 1: kept like all; below 1: the selection makes the
/// group rarer. The 95 % interval is `relative · exp(±1.959964 · s)` with, by the delta method for
/// independent binomial counts of the group (`raw` rows, `kept` of them, share r) and of the other
/// rows (share r′),
///
/// `s² = (1/kept − 1/K)² · raw · r(1 − r) + (1/K)² · (N − raw) · r′(1 − r′)`
///
/// which is 0 where everything is kept. Not defined for an empty group (`raw` = 0) or where nothing
/// is kept at all; the interval of `relative` not for `kept` = 0.
///
/// @param name list or term
/// @param raw used rows that mention it
/// @param kept kept rows that mention it
/// @param share kept/raw; empty for an empty group
/// @param shareInterval its interval
/// @param relative share against that of all rows
/// @param relativeInterval its interval
/// @param reason why something is empty
public record Retention(
    String name,
    long raw,
    long kept,
    OptionalDouble share,
    Optional<Interval> shareInterval,
    OptionalDouble relative,
    Optional<Interval> relativeInterval,
    Optional<String> reason) {
  private static final double Z = 1.959963984540054;

  /// The retention of a group.
  ///
  /// @param allRaw used rows
  /// @param allKept kept rows
  static Retention of(String name, long raw, long kept, long allRaw, long allKept) {
    if (raw == 0) {
      return new Retention(
          name,
          raw,
          kept,
          OptionalDouble.empty(),
          Optional.empty(),
          OptionalDouble.empty(),
          Optional.empty(),
          Optional.of("No row mentions it."));
    }
    Proportion own = new Proportion(kept, raw);
    boolean relative = allKept > 0;
    boolean interval = kept > 0;
    double ratio = relative ? own.share() * allRaw / allKept : Double.NaN;
    return new Retention(
        name,
        raw,
        kept,
        OptionalDouble.of(own.share()),
        Optional.of(own.wilson()),
        relative ? OptionalDouble.of(ratio) : OptionalDouble.empty(),
        interval ? Optional.of(around(ratio, raw, kept, allRaw, allKept)) : Optional.empty(),
        relative
            ? interval
                ? Optional.empty()
                : Optional.of("No row of the group is kept: the ratio has no interval.")
            : Optional.of("No row is kept."));
  }

  private static Interval around(double ratio, long raw, long kept, long allRaw, long allKept) {
    double own = (double) kept / raw;
    long rest = allRaw - raw;
    double others = rest == 0 ? 0 : (double) (allKept - kept) / rest;
    double weight = 1.0 / kept - 1.0 / allKept;
    double variance =
        weight * weight * raw * own * (1 - own) + rest * others * (1 - others) / allKept / allKept;
    double factor = Math.exp(Z * Math.sqrt(Math.max(0, variance)));
    return new Interval(ratio / factor, ratio * factor, 0.95, "log ratio, delta method");
  }
}
