package dev.plumbline.embedding;

/// Rows of numbers that lie in a file or in memory, shape `[rows, dims]`.
interface VectorTable {
  /// Number of rows.
  int rows();

  /// Number of values of a row.
  int dims();

  /// Copies one row, in double precision, into an array of `dims` values.
  void read(int row, double[] target);
}
