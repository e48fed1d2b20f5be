package dev.plumbline.manifest;

/// A run of consecutive rows of one file.
///
/// @param group the file, with its dialect and columns
/// @param first number of the first row, from 0
/// @param rows rows at most; all that follow if it is negative
record RowBlock(ShardGroup group, long first, long rows) {
  /// All rows of a file.
  static RowBlock whole(ShardGroup group) {
    return new RowBlock(group, 0, -1);
  }

  /// The first rows of a file.
  static RowBlock leading(ShardGroup group, long rows) {
    return new RowBlock(group, 0, rows);
  }
}
