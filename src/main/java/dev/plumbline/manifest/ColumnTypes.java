package dev.plumbline.manifest;

import java.util.List;

/// What the name of a column's type says.
final class ColumnTypes {
  /// Text.
  static final String TEXT = "VARCHAR";

  private static final List<String> NUMERIC =
      List.of(
          "TINYINT",
          "SMALLINT",
          "INTEGER",
          "BIGINT",
          "HUGEINT",
          "UTINYINT",
          "USMALLINT",
          "UINTEGER",
          "UBIGINT",
          "UHUGEINT",
          "FLOAT",
          "DOUBLE");

  private ColumnTypes() {}

  /// Whether values of the type are numbers.
  static boolean numeric(String type) {
    return NUMERIC.contains(type) || type.startsWith("DECIMAL(") && type.endsWith(")");
  }
}
