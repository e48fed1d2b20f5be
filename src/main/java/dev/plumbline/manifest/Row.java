package dev.plumbline.manifest;

import java.sql.ResultSet;
import java.sql.SQLException;

/// The current row of a query's result; columns are numbered from 1.
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  /// Text of a column, null where it has no value.
  public String text(int column) {
    try {
      return results.getString(column);
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }

  /// Whole number of a column, 0 where it has no value.
  public long number(int column) {
    try {
      return results.getLong(column);
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }

  /// Number of a column, 0 where it has no value.
  public double real(int column) {
    try {
      return results.getDouble(column);
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }

  /// Whether the column has no value.
  public boolean missing(int column) {
    try {
      return results.getObject(column) == null;
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }
}
