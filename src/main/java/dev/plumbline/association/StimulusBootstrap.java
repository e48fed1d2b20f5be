package dev.plumbline.association;

import dev.plumbline.core.Cancellation;
import dev.plumbline.core.Interval;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/// How much would d vary with other stimuli of the same kind?
///
/// Percentile bootstrap (Efron and Tibshirani 1993, ch. 13): each resample draws n_X, n_Y, n_A and
/// n_B stimuli with replacement from X, Y, A and B, d is computed from the draws, and the interval
/// runs between the `(1 − level)/2` and `(1 + level)/2` quantiles of the resampled d (linear
/// interpolation between order statistics). With few stimuli the resampled d lie somewhat further
/// from zero than d, as repeated stimuli shrink the spread. It speaks of the choice of stimuli, not
/// of a population of models.
///
/// The cosines are computed once; a resample only reweights them. A resample whose s do not vary
/// has no d and is left out; there is no interval if more than a tenth of the resamples are lost,
/// or if X or Y holds a single stimulus, which cannot be resampled.
final class StimulusBootstrap {
  private final int resamples;
  private final double level;
  private final int ddof;
  private final long seed;

  StimulusBootstrap(int resamples, double level, int ddof, long seed) {
    this.resamples = resamples;
    this.level = level;
    this.ddof = ddof;
    this.seed = seed;
  }

  /// Resamples the stimuli of one test.
  BootstrapInterval run(
      UnitVectors x, UnitVectors y, UnitVectors a, UnitVectors b, Cancellation cancellation) {
    if (x.rows() < 2 || y.rows() < 2) {
      return new BootstrapInterval(
          Optional.empty(),
          Optional.of("No interval: a target of one stimulus cannot be resampled."));
    }
    Resampling resampling = new Resampling(Cosines.of(x, y, a, b), x.rows(), a.rows(), ddof);
    SplittableRandom random = new SplittableRandom(seed);
    double[] ds = new double[resamples];
    int defined = 0;
    for (int i = 0; i < resamples; i++) {
      if (i % 64 == 0) {
        cancellation.check();
      }
      double d = resampling.next(random);
      if (!Double.isNaN(d)) {
        ds[defined++] = d;
      }
    }
    return outcome(Arrays.copyOf(ds, defined));
  }

  private BootstrapInterval outcome(double[] ds) {
    int lost = resamples - ds.length;
    if (lost > resamples / 10 || ds.length == 0) {
      return new BootstrapInterval(
          Optional.empty(),
          Optional.of(
              "No interval: d is not defined in %d of %d resamples.".formatted(lost, resamples)));
    }
    Arrays.sort(ds);
    Interval interval =
        new Interval(
            quantile(ds, (1 - level) / 2),
            quantile(ds, (1 + level) / 2),
            level,
            "percentile bootstrap of the stimuli, %d resamples".formatted(ds.length));
    return new BootstrapInterval(
        Optional.of(interval),
        lost == 0
            ? Optional.empty()
            : Optional.of(
                "d is not defined in %d of %d resamples, which the interval leaves out."
                    .formatted(lost, resamples)));
  }

  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
