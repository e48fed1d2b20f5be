package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import dev.plumbline.core.PlumblineException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/// How much would d vary with other stimuli of the same kind?
///
/// Each resample draws n_X, n_Y, n_A and n_B stimuli with replacement from X, Y, A and B, and d is
/// computed from the draws. The percentile interval (Efron and Tibshirani 1993, ch. 13) runs
/// between the `(1 − level)/2` and `(1 + level)/2` quantiles of the resampled d (linear
/// interpolation between order statistics); with few stimuli the resampled d lie somewhat further
/// from zero than d, as repeated stimuli shrink the spread. BCa takes other quantiles, see
/// [BcaCorrection]; where that is not defined the percentile interval stands in, named as such,
/// with a note. It speaks of the choice of stimuli, not of a population of models.
///
/// The cosines are computed once; a resample only reweights them. A resample whose s do not vary
/// has no d and is left out; there is no interval if more than a tenth of the resamples are lost,
/// or if X or Y holds a single stimulus, which cannot be resampled.
final class StimulusBootstrap {
  private final int resamples;
  private final double level;
  private final int ddof;
  private final IntervalMethod method;
  private final long seed;

  StimulusBootstrap(AssociationSettings settings, long seed) {
    this.resamples = settings.bootstraps();
    this.level = settings.level();
    this.ddof = settings.ddof();
    this.method = settings.intervalMethod();
    this.seed = seed;
  }

  /// Resamples the stimuli of one test.
  BootstrapInterval run(UnitSets sets, Cancellation cancellation) {
    if (sets.x().rows() < 2 || sets.y().rows() < 2) {
      return none("No interval: a target of one stimulus cannot be resampled.");
    }
    double[] ds = resampled(sets.resampling(ddof), sets.draw(), cancellation);
    int lost = resamples - ds.length;
    if (lost > resamples / 10 || ds.length == 0) {
      return none(
          "No interval: d is not defined in %d of %d resamples.".formatted(lost, resamples));
    }
    Optional<String> note =
        lost == 0
            ? Optional.empty()
            : Optional.of(
                "d is not defined in %d of %d resamples, which the interval leaves out."
                    .formatted(lost, resamples));
    if (method == IntervalMethod.PERCENTILE) {
      return new BootstrapInterval(Optional.of(percentile(ds)), note);
    }
    try {
      AssociationScores s = sets.scores();
      LeaveOneOut without = new LeaveOneOut(sets.cosines(), s, sets.a().rows(), ddof);
      return new BootstrapInterval(Optional.of(bca(ds, s, without)), note);
    } catch (PlumblineException e) {
      String instead =
          "The BCa interval is not defined: "
              + e.getMessage()
              + "; the percentile interval stands in for it.";
      return new BootstrapInterval(
          Optional.of(percentile(ds)), Optional.of(note.map(it -> it + " ").orElse("") + instead));
    }
  }

  private static BootstrapInterval none(String note) {
    return new BootstrapInterval(Optional.empty(), Optional.of(note));
  }

  /// The d that are defined, ascending.
  private double[] resampled(Resampling resampling, StimulusDraw draw, Cancellation cancellation) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] ds = new double[resamples];
    int defined = 0;
    for (int i = 0; i < resamples; i++) {
      if (i % 64 == 0) {
        cancellation.check();
      }
      draw.next(random);
      double d = resampling.effectSize(draw);
      if (!Double.isNaN(d)) {
        ds[defined++] = d;
      }
    }
    double[] all = Arrays.copyOf(ds, defined);
    Arrays.sort(all);
    return all;
  }

  private Interval percentile(double[] sorted) {
    return new Interval(
        Quantiles.of(sorted, (1 - level) / 2),
        Quantiles.of(sorted, (1 + level) / 2),
        level,
        "percentile bootstrap of the stimuli, %d resamples".formatted(sorted.length));
  }

  private Interval bca(double[] sorted, AssociationScores s, LeaveOneOut without) {
    BcaCorrection correction = BcaCorrection.of(sorted, EffectSize.of(s, ddof).d(), without.all());
    return new Interval(
        Quantiles.of(sorted, correction.corrected((1 - level) / 2)),
        Quantiles.of(sorted, correction.corrected((1 + level) / 2)),
        level,
        "BCa bootstrap of the stimuli, %d resamples".formatted(sorted.length));
  }
}
