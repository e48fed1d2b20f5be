package dev.plumbline.manifest;

import java.util.List;

/// SQL that reads some columns of one block of rows.
///
/// Of a Parquet file only the row groups that hold rows of the block are read.
///
/// @param query the whole of the block's file
record BlockQuery(ManifestFormat format, RowBlock block, ShardQuery query) implements ShardSql {
  @Override
  public String from() {
    if (format == ManifestFormat.PARQUET) {
      return ("(SELECT * FROM read_parquet(%s, binary_as_string = true, hive_partitioning = false,"
              + " file_row_number = true) WHERE file_row_number BETWEEN %d AND %d)")
          .formatted(
              Sql.files(List.of(block.group().files().getFirst())),
              block.first(),
              block.first() + block.rows() - 1);
    }
    return block.rows() < 0
        ? query.from()
        : "(SELECT * FROM %s LIMIT %d)".formatted(query.from(), block.rows());
  }

  @Override
  public String text(int column) {
    return query.text(column);
  }

  @Override
  public String number(int column) {
    return query.number(column);
  }

  @Override
  public String asIs(int column) {
    return query.asIs(column);
  }

  @Override
  public String count(int column) {
    return query.count(column);
  }

  @Override
  public boolean numeric(int column) {
    return query.numeric(column);
  }

  @Override
  public String malformed() {
    return query.malformed();
  }
}
