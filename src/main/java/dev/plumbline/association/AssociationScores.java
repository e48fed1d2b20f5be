package dev.plumbline.association;

import java.util.ArrayList;
import java.util.List;

/// The numbers a two-group test compares: X's values first, then Y's.
///
/// @param values `nX + nY` values, O(1)
/// @param nX values of the first group, at least one
/// @param nY values of the second group, at least one
record AssociationScores(double[] values, int nX, int nY) {

  /// Associations `s(w) = mean_A cos(w, a) − mean_B cos(w, b)` of the stimuli of X and Y.
  ///
  /// The mean of cosines equals the scalar product with the mean of unit vectors, so that each s
  /// costs one scalar product with `g = mean_A â − mean_B b̂`.
  static AssociationScores of(UnitVectors x, UnitVectors y, UnitVectors a, UnitVectors b) {
    double[] g = a.mean();
    double[] meanB = b.mean();
    for (int j = 0; j < g.length; j++) {
      g[j] -= meanB[j];
    }
    return along(g, x, y);
  }

  /// Scalar products of the rows of two sets with one direction.
  static AssociationScores along(double[] direction, UnitVectors x, UnitVectors y) {
    double[] s = new double[x.rows() + y.rows()];
    project(x, direction, s, 0);
    project(y, direction, s, x.rows());
    return new AssociationScores(s, x.rows(), y.rows());
  }

  /// Number of values in both groups.
  int n() {
    return nX + nY;
  }

  /// Values of X, in order.
  List<Double> ofX() {
    return slice(0, nX);
  }

  /// Values of Y, in order.
  List<Double> ofY() {
    return slice(nX, n());
  }

  private List<Double> slice(int from, int to) {
    List<Double> slice = new ArrayList<>(to - from);
    for (int i = from; i < to; i++) {
      slice.add(values[i]);
    }
    return slice;
  }

  private static void project(UnitVectors targets, double[] g, double[] s, int offset) {
    for (int i = 0; i < targets.rows(); i++) {
      double sum = 0;
      for (int j = 0; j < g.length; j++) {
        sum += targets.values()[i * g.length + j] * g[j];
      }
      s[offset + i] = sum;
    }
  }
}
