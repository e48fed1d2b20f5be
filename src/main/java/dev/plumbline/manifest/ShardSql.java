package dev.plumbline.manifest;

/// SQL that reads some columns of one shard group; columns are numbered by their place among those
/// used, from 0.
interface ShardSql {
  /// The table that the expressions refer to.
  String from();

  /// Expression of a column as text.
  String text(int column);

  /// Expression of a column as a number, null where it is none.
  String number(int column);

  /// Expression of a column in the type that it has in the files.
  String asIs(int column);

  /// Expression of the length of a column where it is a list or a JSON array, else of the column as
  /// a number.
  String count(int column);

  /// Whether a column is a number by its type.
  boolean numeric(int column);

  /// Expression of the file of a line that is no record, null for a good row.
  String malformed();
}
