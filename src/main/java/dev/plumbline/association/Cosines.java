package dev.plumbline.association;

import java.util.Arrays;

/// Cosines of every target with every attribute, kept by attribute: entry `[attribute][target]`,
/// attributes of A before those of B, targets of X before those of Y.
///
/// Unit vectors make the cosine a scalar product. Targets are transposed in chunks that stay in the
/// cache, so that the innermost loop runs over neighbouring targets without a dependency.
///
/// @param byAttribute shape `[nA + nB][nX + nY]`
record Cosines(double[][] byAttribute) {
  private static final int CHUNK = 64;

  /// Multiplies out all pairs.
  static Cosines of(UnitVectors x, UnitVectors y, UnitVectors a, UnitVectors b) {
    double[][] cosines = new double[a.rows() + b.rows()][x.rows() + y.rows()];
    fill(cosines, x, a, 0, 0);
    fill(cosines, y, a, 0, x.rows());
    fill(cosines, x, b, a.rows(), 0);
    fill(cosines, y, b, a.rows(), x.rows());
    return new Cosines(cosines);
  }

  /// Cosines of every target with every attribute, shape `[attributes][targets]`.
  static double[][] of(UnitVectors targets, UnitVectors attributes) {
    double[][] cosines = new double[attributes.rows()][targets.rows()];
    fill(cosines, targets, attributes, 0, 0);
    return cosines;
  }

  private static void fill(
      double[][] cosines, UnitVectors targets, UnitVectors attributes, int row, int column) {
    int dims = targets.dims();
    double[] transposed = new double[dims * Math.min(CHUNK, targets.rows())];
    for (int start = 0; start < targets.rows(); start += CHUNK) {
      int width = Math.min(CHUNK, targets.rows() - start);
      transpose(targets, start, width, transposed);
      double[] sums = new double[width];
      for (int i = 0; i < attributes.rows(); i++) {
        multiply(attributes.values(), i * dims, dims, transposed, sums);
        System.arraycopy(sums, 0, cosines[row + i], column + start, width);
      }
    }
  }

  private static void transpose(UnitVectors targets, int start, int width, double[] transposed) {
    int dims = targets.dims();
    for (int w = 0; w < width; w++) {
      for (int j = 0; j < dims; j++) {
        transposed[j * width + w] = targets.values()[(start + w) * dims + j];
      }
    }
  }

  private static void multiply(
      double[] attributes, int offset, int dims, double[] transposed, double[] sums) {
    int width = sums.length;
    Arrays.fill(sums, 0);
    for (int j = 0; j < dims; j++) {
      double component = attributes[offset + j];
      int from = j * width;
      for (int w = 0; w < width; w++) {
        sums[w] += component * transposed[from + w];
      }
    }
  }
}
