package dev.plumbline.manifest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.apache.spark.sql.Row;

/// A result that is kept on the cluster, cut into runs of consecutive rows that are asked for one
/// after another.
///
/// A cluster's driver collects the whole answer to a query before it sends the rest of it, and
/// refuses answers beyond `spark.driver.maxResultSize`: only answers of a limited size can be
/// relied on.
///
/// @param slices in order
/// @param rows of all of them
record SparkSlices(List<Slice> slices, long rows) {
  /// Column of a kept result that numbers its rows in their order, with gaps between partitions.
  static final String NUMBER = "plumbline_row_number";

  private static final int MOST_ROWS = 100_000;

  SparkSlices {
    slices = List.copyOf(slices);
  }

  /// Rows whose number is at least `from` and less than `to`.
  record Slice(long from, long to) {
    String condition() {
      return "%s >= %d AND %1$s < %d".formatted(NUMBER, from, to);
    }
  }

  /// Rows of one partition, whose numbers follow each other.
  ///
  /// @param first number of the first
  record Partition(long first, long rows) {}

  /// SQL that numbers the rows of a query.
  static String numbered(String query) {
    return "SELECT *, monotonically_increasing_id() AS %s FROM (%s) AS result"
        .formatted(NUMBER, query);
  }

  /// SQL that lists the partitions of a kept result, in order: number of the first row, rows.
  static String partitions(String table) {
    return "SELECT min(%1$s), count(*) FROM %2$s GROUP BY shiftright(%1$s, 33) ORDER BY 1"
        .formatted(NUMBER, table);
  }

  /// Cuts: large partitions into several slices, small neighbours joined into one.
  static SparkSlices of(List<Partition> partitions) {
    List<Slice> slices = new ArrayList<>();
    long all = 0;
    long from = -1;
    long held = 0;
    for (Partition partition : partitions) {
      all += partition.rows();
      if (from >= 0 && held + partition.rows() > MOST_ROWS) {
        slices.add(new Slice(from, partition.first()));
        from = -1;
        held = 0;
      }
      long start = partition.first();
      long left = partition.rows();
      while (left > MOST_ROWS) {
        slices.add(new Slice(start, start + MOST_ROWS));
        start += MOST_ROWS;
        left -= MOST_ROWS;
      }
      from = from < 0 ? start : from;
      held += left;
    }
    if (from >= 0 && held > 0) {
      slices.add(new Slice(from, Long.MAX_VALUE));
    }
    return new SparkSlices(slices, all);
  }

  /// All rows, slice after slice.
  ///
  /// @param ask asks the cluster for the rows of a slice
  Iterator<Row> iterator(Function<Slice, Iterator<Row>> ask) {
    Iterator<Slice> next = slices.iterator();
    return new Iterator<>() {
      private Iterator<Row> current = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!current.hasNext() && next.hasNext()) {
          current = ask.apply(next.next());
        }
        return current.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return current.next();
      }
    };
  }
}
