package dev.plumbline.association;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Effect sizes of tests whose stimuli are drawn with replacement, from cosines computed once.
///
/// A draw is a vector of counts: `s*(w) = Σ_a count_a cos(w, a)/n_A − Σ_b count_b cos(w, b)/n_B`,
/// means and spread are taken with the counts of the targets. Buffers are reused; not for several
/// threads at once.
final class Resampling {
  private final double[][] cosines;
  private final int nX;
  private final int nA;
  private final int ddof;
  private final int[] attributes;
  private final int[] targets;
  private final double[] s;

  Resampling(Cosines cosines, int nX, int nA, int ddof) {
    this.cosines = cosines.byAttribute();
    this.nX = nX;
    this.nA = nA;
    this.ddof = ddof;
    attributes = new int[this.cosines.length];
    targets = new int[this.cosines[0].length];
    s = new double[targets.length];
  }

  /// Effect size of the next draw, NaN if its s do not vary.
  double next(SplittableRandom random) {
    draw(attributes, nA, random);
    draw(targets, nX, random);
    Arrays.fill(s, 0);
    for (int i = 0; i < attributes.length; i++) {
      if (attributes[i] > 0) {
        int size = i < nA ? nA : nA - attributes.length;
        add((double) attributes[i] / size, cosines[i]);
      }
    }
    return effectSize();
  }

  private void add(double weight, double[] row) {
    for (int w = 0; w < s.length; w++) {
      s[w] += weight * row[w];
    }
  }

  private double effectSize() {
    int n = targets.length;
    double sumX = 0;
    double sumY = 0;
    for (int w = 0; w < nX; w++) {
      sumX += targets[w] * s[w];
    }
    for (int w = nX; w < n; w++) {
      sumY += targets[w] * s[w];
    }
    double mean = (sumX + sumY) / n;
    double squares = 0;
    for (int w = 0; w < n; w++) {
      squares += targets[w] * (s[w] - mean) * (s[w] - mean);
    }
    double sd = Math.sqrt(squares / (n - ddof));
    return sd > EffectSize.NO_SPREAD ? (sumX / nX - sumY / (n - nX)) / sd : Double.NaN;
  }

  /// Draws `first` of the first `first` items and the rest of the rest, with replacement.
  private static void draw(int[] counts, int first, SplittableRandom random) {
    Arrays.fill(counts, 0);
    for (int i = 0; i < first; i++) {
      counts[random.nextInt(first)]++;
    }
    for (int i = first; i < counts.length; i++) {
      counts[random.nextInt(first, counts.length)]++;
    }
  }
}
