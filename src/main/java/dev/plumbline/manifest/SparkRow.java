package dev.plumbline.manifest;

/// A row of a result from a cluster.
record SparkRow(org.apache.spark.sql.Row row) implements Row {
  @Override
  public String text(int column) {
    Object value = row.get(column - 1);
    return value == null ? null : value.toString();
  }

  @Override
  public long number(int column) {
    return row.get(column - 1) instanceof Number number ? number.longValue() : 0;
  }

  @Override
  public double real(int column) {
    return row.get(column - 1) instanceof Number number ? number.doubleValue() : 0;
  }

  @Override
  public boolean missing(int column) {
    return row.isNullAt(column - 1);
  }
}
