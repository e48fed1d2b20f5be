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

  LeaveOneOut(Cosines cosines, AssociationScores all, int nA, int ddof) {
    this.cosines = cosines.byAttribute();
    this.all = all;
    this.nA = nA;
    this.ddof = ddof;
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
    int from = ofA ? 0 : nA;
    for (int w = 0; w < s.length; w++) {
      double sum = 0;
      for (int i = from; i < from + n; i++) {
        sum += cosines[i][w];
      }
      double before = sum / n;
      double after = (sum - cosines[place][w]) / (n - 1);
      s[w] = all.values()[w] + (ofA ? after - before : before - after);
    }
    return EffectSize.of(new AssociationScores(s, all.nX(), all.nY()), ddof).d();
  }
}
