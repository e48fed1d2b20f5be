package dev.plumbline.manifest;

import java.sql.ResultSet;
import java.sql.SQLException;

/// The current row of a result of the embedded engine.
final class DuckDbRow implements Row {
  private final ResultSet results;

  DuckDbRow(ResultSet results) {
    this.results = results;
  }

  @Override
  public String text(int column) {
    try {
      return results.getString(column);
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }

  @Override
  public long number(int column) {
    try {
      return results.getLong(column);
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }

  @Override
  public double real(int column) {
    try {
      return results.getDouble(column);
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }

  @Override
  public boolean missing(int column) {
    try {
      return results.getObject(column) == null;
    } catch (SQLException e) {
      throw QueryException.of(e);
    }
  }
}
