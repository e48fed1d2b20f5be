package dev.plumbline.report;

/// Where the columns of a [Matrix] lie: equally wide, groups parted by a small space.
///
/// @param matrix the matrix
/// @param start left end of the first column
/// @param total width of all columns and spaces
record MatrixColumns(Matrix matrix, double start, double total) {
  private static final double SPACE = 6;

  /// Width of one column.
  double width() {
    return (total - SPACE * (matrix.groups().size() - 1)) / matrix.columns();
  }

  /// Left end of a column.
  double left(int column) {
    int groupsBefore = 0;
    int seen = 0;
    for (Matrix.Group group : matrix.groups()) {
      seen += group.columns().size();
      if (column >= seen) {
        groupsBefore++;
      }
    }
    return start + column * width() + groupsBefore * SPACE;
  }
}
