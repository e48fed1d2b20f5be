package dev.plumbline.association;

import dev.plumbline.core.FloatMatrix;
import dev.plumbline.core.PlumblineException;
import java.util.Arrays;

/// A set of stimuli as directions: rows of Euclidean length 1 in double precision, shape `[rows,
/// dims]`, row-major.
///
/// A row is divided by the power of two of its largest component before its length is taken, so
/// that lengths near 2^±1000 and denormal components neither overflow nor vanish.
///
/// @param name name of the set for messages: X, Y, A or B
/// @param rows stimuli, at least one
/// @param dims components of each, at least one
/// @param values `rows × dims` numbers
record UnitVectors(String name, int rows, int dims, double[] values) {

  /// Normalises the rows of a float matrix.
  ///
  /// @throws PlumblineException if there is no row, or a row is zero or not finite
  static UnitVectors of(String name, FloatMatrix matrix) {
    double[][] rows = new double[matrix.rows()][matrix.columns()];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        rows[i][j] = matrix.get(i, j);
      }
    }
    return of(name, rows);
  }

  /// Normalises rows of equal length.
  ///
  /// @throws PlumblineException if there is no row, rows differ in length, or a row is zero, empty
  ///   or not finite
  static UnitVectors of(String name, double[][] rows) {
    if (rows.length == 0) {
      throw new PlumblineException(name + " holds no vector: give it at least one stimulus.");
    }
    int dims = rows[0].length;
    if (dims == 0) {
      throw new PlumblineException(name + " holds vectors without components: check its file.");
    }
    double[] values = new double[Math.multiplyExact(rows.length, dims)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != dims) {
        throw new PlumblineException(
            ("Vector %d of %s has %d components but its first has %d:"
                    + " embed all stimuli with the same model.")
                .formatted(i + 1, name, rows[i].length, dims));
      }
      normalise(name, i, rows[i], values, i * dims);
    }
    return new UnitVectors(name, rows.length, dims, values);
  }

  /// Throws unless the other set has the same number of components.
  void requireSameDims(UnitVectors other) {
    if (dims != other.dims) {
      throw new PlumblineException(
          "Vectors of %s have %d components but those of %s have %d: embed all with the same model."
              .formatted(other.name, other.dims, name, dims));
    }
  }

  /// One row as a set of its own.
  UnitVectors row(int row) {
    return rows(row, row + 1);
  }

  /// Rows from one up to another as a set of their own.
  UnitVectors rows(int from, int to) {
    return new UnitVectors(
        name, to - from, dims, Arrays.copyOfRange(values, from * dims, to * dims));
  }

  /// Mean of the rows, length `dims`.
  double[] mean() {
    double[] mean = new double[dims];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < dims; j++) {
        mean[j] += values[i * dims + j];
      }
    }
    for (int j = 0; j < dims; j++) {
      mean[j] /= rows;
    }
    return mean;
  }

  private static void normalise(String name, int row, double[] from, double[] to, int offset) {
    double largest = 0;
    for (int j = 0; j < from.length; j++) {
      if (!Double.isFinite(from[j])) {
        throw new PlumblineException(
            "Vector %d of %s holds %s at component %d: leave that stimulus out or embed it again."
                .formatted(row + 1, name, from[j], j + 1));
      }
      largest = Math.max(largest, Math.abs(from[j]));
    }
    if (largest == 0) {
      throw new PlumblineException(
          "Vector %d of %s is zero and has no direction: leave that stimulus out."
              .formatted(row + 1, name));
    }
    int exponent = -Math.getExponent(largest);
    double sum = 0;
    for (int j = 0; j < from.length; j++) {
      double scaled = Math.scalb(from[j], exponent);
      to[offset + j] = scaled;
      sum += scaled * scaled;
    }
    double norm = Math.sqrt(sum);
    for (int j = 0; j < from.length; j++) {
      to[offset + j] /= norm;
    }
  }
}
