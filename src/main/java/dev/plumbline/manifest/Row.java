package dev.plumbline.manifest;

/// The current row of a query's result; columns are numbered from 1.
public interface Row {
  /// Text of a column, null where it has no value.
  String text(int column);

  /// Whole number of a column, 0 where it has no value.
  long number(int column);

  /// Number of a column, 0 where it has no value.
  double real(int column);

  /// Whether the column has no value.
  boolean missing(int column);
}
