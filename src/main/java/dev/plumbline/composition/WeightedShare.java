package dev.plumbline.composition;

import dev.plumbline.core.Interval;
import dev.plumbline.core.Proportion;
import java.util.Optional;

/// How frequent is a term list among the kept rows, with equal weights and with those that reach a
/// target mix?
///
/// `after = Σ_c w_c n_cL / Σ_c w_c n_c` over the cells c of a [Reweighting], n_c their kept rows
/// and n_cL those that mention the list.
///
/// The 95 % interval takes the sizes of the cells as given, since weights are made from them, and
/// the mentions within a cell as binomial with the share r_c observed: `s² = Σ w_c² n_c r_c(1 −
/// r_c) / (Σ w_c n_c)²`, the variance of a post-stratified share (Holt & Smith 1979,
/// doi:10.2307/2344652). It is Wald's on the scale of logits, `logit(after) ± 1.959964 · s / (after
/// · (1 − after))`, so that it stays within 0 and 1. There is none where s is 0: a list that is
/// itself a group of the mix has the share that was asked for, without error, and one that no kept
/// row mentions has no error to estimate.
///
/// @param name the list
/// @param before kept rows that mention it
/// @param after its weighted share
/// @param interval interval of `after`
public record WeightedShare(
    String name, Proportion before, double after, Optional<Interval> interval) {
  private static final double Z = 1.959963984540054;

  /// The share of a list.
  ///
  /// @param weights weight by cell
  /// @param rows kept rows by cell
  /// @param mentions those that mention the list
  static WeightedShare of(String name, double[] weights, long[] rows, long[] mentions) {
    double in = 0;
    double all = 0;
    double squares = 0;
    long kept = 0;
    long mentioned = 0;
    for (int c = 0; c < weights.length; c++) {
      double share = (double) mentions[c] / rows[c];
      in += weights[c] * mentions[c];
      all += weights[c] * rows[c];
      squares += weights[c] * weights[c] * rows[c] * share * (1 - share);
      kept += rows[c];
      mentioned += mentions[c];
    }
    double after = in / all;
    return new WeightedShare(
        name, new Proportion(mentioned, kept), after, interval(after, Math.sqrt(squares) / all));
  }

  private static Optional<Interval> interval(double share, double error) {
    double spread = share * (1 - share);
    if (!(error > 0 && spread > 0)) {
      return Optional.empty();
    }
    double centre = Math.log(share / (1 - share));
    double half = Z * error / spread;
    return Optional.of(
        new Interval(
            inverse(centre - half), inverse(centre + half), 0.95, "post-stratified, logit"));
  }

  private static double inverse(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }
}
