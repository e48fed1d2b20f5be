package dev.plumbline.core;

import java.util.Arrays;
import java.util.List;

/// A dense matrix of finite or non-finite floats, row-major, shape `[rows, columns]`.
///
/// Used for embeddings (one row a stimulus). The matrix owns its values: they are copied in unless
/// [#wrap] is used, and never handed out writable.
public final class FloatMatrix {
  private final int rows;
  private final int columns;
  private final float[] values;

  private FloatMatrix(int rows, int columns, float[] values) {
    Arguments.check(rows >= 0 && columns > 0, "a matrix needs at least one column");
    Arguments.check(
        (long) rows * columns == values.length, "values do not fill the stated shape exactly");
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /// Takes over an array without copying; the caller must not write to it afterwards.
  public static FloatMatrix wrap(int rows, int columns, float[] values) {
    return new FloatMatrix(rows, columns, values);
  }

  /// Copies rows of equal length.
  public static FloatMatrix ofRows(List<float[]> rows) {
    Arguments.check(!rows.isEmpty(), "a matrix made of rows needs one");
    int columns = rows.getFirst().length;
    float[] values = new float[Math.multiplyExact(rows.size(), columns)];
    for (int i = 0; i < rows.size(); i++) {
      Arguments.check(rows.get(i).length == columns, "row " + i + " has another length");
      System.arraycopy(rows.get(i), 0, values, i * columns, columns);
    }
    return new FloatMatrix(rows.size(), columns, values);
  }

  /// Number of rows.
  public int rows() {
    return rows;
  }

  /// Number of columns.
  public int columns() {
    return columns;
  }

  /// Value at `[row, column]`.
  public float get(int row, int column) {
    return values[row * columns + column];
  }

  /// Copy of one row, length `columns`.
  public float[] row(int row) {
    return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
  }

  /// Copies one row into `target` from `offset` on.
  public void copyRow(int row, float[] target, int offset) {
    System.arraycopy(values, row * columns, target, offset, columns);
  }

  /// New matrix of the given rows, in that order.
  public FloatMatrix select(int[] wanted) {
    float[] selected = new float[Math.multiplyExact(wanted.length, columns)];
    for (int i = 0; i < wanted.length; i++) {
      copyRow(wanted[i], selected, i * columns);
    }
    return new FloatMatrix(wanted.length, columns, selected);
  }

  /// New matrix whose rows have Euclidean length 1 (computed in double); a zero or non-finite row
  /// is left as it is.
  public FloatMatrix normalized() {
    float[] unit = values.clone();
    for (int i = 0; i < rows; i++) {
      double sum = 0;
      for (int j = i * columns; j < (i + 1) * columns; j++) {
        sum += (double) unit[j] * unit[j];
      }
      double norm = Math.sqrt(sum);
      if (norm > 0 && Double.isFinite(norm)) {
        for (int j = i * columns; j < (i + 1) * columns; j++) {
          unit[j] = (float) (unit[j] / norm);
        }
      }
    }
    return new FloatMatrix(rows, columns, unit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FloatMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return "FloatMatrix[" + rows + ", " + columns + "]";
  }
}
