package dev.plumbline.association;

import java.util.Arrays;

/// Effect size of a test whose stimuli are drawn with replacement, from cosines computed once.
///
/// With the counts of a [StimulusDraw], `s*(w) = Σ_a count_a cos(w, a)/n_A − Σ_b count_b cos(w,
/// b)/n_B`; means and spread are taken with the counts of the targets. Buffers are reused; not for
/// several threads at once.
final class Resampling {
  private final double[][] cosines;
  private final int nX;
  private final int nA;
  private final int ddof;
  private final double[] s;

  Resampling(Cosines cosines, int nX, int nA, int ddof) {
    this.cosines = cosines.byAttribute();
    this.nX = nX;
    this.nA = nA;
    this.ddof = ddof;
    s = new double[this.cosines[0].length];
  }

  /// Effect size under a draw, NaN if its s do not vary.
  double effectSize(StimulusDraw draw) {
    Arrays.fill(s, 0);
    for (int i = 0; i < cosines.length; i++) {
      if (draw.attribute(i) > 0) {
        int size = i < nA ? nA : nA - cosines.length;
        add((double) draw.attribute(i) / size, cosines[i]);
      }
    }
    return ofDrawn(draw);
  }

  private void add(double weight, double[] row) {
    for (int w = 0; w < s.length; w++) {
      s[w] += weight * row[w];
    }
  }

  private double ofDrawn(StimulusDraw draw) {
    int n = s.length;
    double sumX = 0;
    double sumY = 0;
    for (int w = 0; w < nX; w++) {
      sumX += draw.target(w) * s[w];
    }
    for (int w = nX; w < n; w++) {
      sumY += draw.target(w) * s[w];
    }
    double mean = (sumX + sumY) / n;
    double squares = 0;
    for (int w = 0; w < n; w++) {
      squares += draw.target(w) * (s[w] - mean) * (s[w] - mean);
    }
    double sd = Math.sqrt(squares / (n - ddof));
    return sd > EffectSize.NO_SPREAD ? (sumX / nX - sumY / (n - nX)) / sd : Double.NaN;
  }
}
