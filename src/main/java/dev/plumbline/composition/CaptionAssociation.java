package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import dev.plumbline.core.TestId;
import java.util.Optional;
import java.util.OptionalDouble;

/// How much more often X than Y occurs with attribute A than with B in captions.
///
/// `logOddsRatio = ln(xa·yb / (xb·ya))`, 0.5 added to all four cells if one is 0, with the Wald
/// interval ±1.959964·√Σ1/n (Valentini et al., arXiv 2104.06474). The interval is approximate where
/// a row falls in several cells (`overlap` such rows).
///
/// @param test test it belongs to
/// @param x term list X; likewise y, a, b
/// @param xa rows that mention X and A; likewise xb, ya, yb
/// @param overlap rows that fall in more than one cell
/// @param logOddsRatio natural logarithm; empty if no row falls in any cell
/// @param interval 95 % interval of it
/// @param deltaNpmi ΔnPMI as defined in Aka et al., arXiv 2103.03417, applied to both pairs; empty
///   where a joint probability is 0 or 1
/// @param reason why something is empty
public record CaptionAssociation(
    TestId test,
    String x,
    String y,
    String a,
    String b,
    long xa,
    long xb,
    long ya,
    long yb,
    long overlap,
    OptionalDouble logOddsRatio,
    Optional<Interval> interval,
    OptionalDouble deltaNpmi,
    Optional<String> reason) {

  /// The same with an interval made another way, or none.
  CaptionAssociation with(Optional<Interval> other) {
    return new CaptionAssociation(
        test, x, y, a, b, xa, xb, ya, yb, overlap, logOddsRatio, other, deltaNpmi, reason);
  }

  /// The same with the interval that holds for rows drawn by blocks.
  ///
  /// @param above XA and YB by block
  /// @param below XB and YA by block
  CaptionAssociation with(BlockLogRatio blocks, long[][] above, long[][] below) {
    boolean zero = Math.min(Math.min(xa, xb), Math.min(ya, yb)) == 0;
    double added = zero ? LogOddsRatio.CORRECTION : 0;
    return with(
        interval.map(
            alone -> blocks.ofLog(logOddsRatio.orElseThrow(), alone, added, above, below)));
  }

  /// Strength of the association without its sign, [CramersV] with the bias of small samples
  /// removed; empty if a target or an attribute occurs in no cell, or for fewer than 3 in all.
  public OptionalDouble cramersV() {
    return CramersV.of(xa, xb, ya, yb);
  }
}
