package dev.plumbline.association;

/// Effect sizes of a test without one of its stimuli, from cosines computed once.
///
/// Leaving out a target drops its s; leaving out an attribute changes every s by its share of the
/// mean. NaN where a set would be empty or the remaining s do not vary.
final class LeaveOneOut {
  private final double[][] cosines;
  private final AssociationScores all;
  private final int nA;
  private final int ddof;
  private final double[] meanA;
  private final double[] meanB;

  LeaveOneOut(Cosines cosines, AssociationScores all, int nA, int ddof) {
    this.cosines = cosines.byAttribute();
    this.all = all;
    this.nA = nA;
    this.ddof = ddof;
    meanA = mean(0, nA);
    meanB = mean(nA, this.cosines.length);
  }

  private double[] mean(int from, int to) {
    double[] mean = new double[all.n()];
    for (int i = from; i < to; i++) {
      for (int w = 0; w < mean.length; w++) {
        mean[w] += cosines[i][w] / (to - from);
      }
    }
    return mean;
  }

  /// d without the target at `place` among X ∪ Y.
  double withoutTarget(int place) {
    int nX = place < all.nX() ? all.nX() - 1 : all.nX();
    if (nX == 0 || nX == all.n() - 1) {
      return Double.NaN;
    }
    double[] rest = new double[all.n() - 1];
    System.arraycopy(all.values(), 0, rest, 0, place);
    System.arraycopy(all.values(), place + 1, rest, place, rest.length - place);
    return EffectSize.of(new AssociationScores(rest, nX, rest.length - nX), ddof).d();
  }

  /// d without the attribute at `place` among A ∪ B.
  double withoutAttribute(int place) {
    boolean ofA = place < nA;
    int n = ofA ? nA : cosines.length - nA;
    if (n == 1) {
      return Double.NaN;
    }
    double[] s = new double[all.n()];
    double[] mean = ofA ? meanA : meanB;
    int sign = ofA ? 1 : -1;
    for (int w = 0; w < s.length; w++) {
      s[w] = all.values()[w] + sign * (mean[w] - cosines[place][w]) / (n - 1);
    }
    return EffectSize.of(new AssociationScores(s, all.nX(), all.nY()), ddof).d();
  }

  /// d without each stimulus of X, Y, A and B in turn, one array a set.
  double[][] all() {
    double[][] ds = {
      new double[all.nX()], new double[all.nY()], new double[nA], new double[cosines.length - nA]
    };
    for (int i = 0; i < all.n(); i++) {
      ds[i < all.nX() ? 0 : 1][i < all.nX() ? i : i - all.nX()] = withoutTarget(i);
    }
    for (int i = 0; i < cosines.length; i++) {
      ds[i < nA ? 2 : 3][i < nA ? i : i - nA] = withoutAttribute(i);
    }
    return ds;
  }
}
