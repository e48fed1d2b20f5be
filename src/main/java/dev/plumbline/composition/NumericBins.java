package dev.plumbline.composition;

import dev.plumbline.core.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Half-open bins `[edge, next edge)` of a numeric facet, with one open bin below the first edge
/// and one above the last.
///
/// A value less than 1e-6 below an edge belongs to the bin above it, so that 0.29 stored in single
/// and in double precision falls in the same bin.
final class NumericBins {
  private static final double TOLERANCE = 1e-6;

  private final double[] edges;
  private final int decimals;

  private NumericBins(double[] edges, int decimals) {
    Arguments.check(edges.length > 0, "bins need an edge");
    this.edges = edges.clone();
    this.decimals = decimals;
  }

  /// Bins of whole numbers.
  static NumericBins whole(double... edges) {
    return new NumericBins(edges, 0);
  }

  /// Bins between real numbers, shown with two decimals.
  static NumericBins real(double... edges) {
    return new NumericBins(edges, 2);
  }

  /// Bins of one width, shown with two decimals: `from`, `from + 1/perUnit`, … `count` edges.
  static NumericBins even(int from, int perUnit, int count) {
    double[] edges = new double[count];
    for (int i = 0; i < count; i++) {
      edges[i] = from + (double) i / perUnit;
    }
    return new NumericBins(edges, 2);
  }

  /// Index of a value's bin: 0 below the first edge.
  int index(double value) {
    int index = 0;
    while (index < edges.length && value >= edges[index] - TOLERANCE) {
      index++;
    }
    return index;
  }

  /// SQL for [#index(double)], null where the expression is null.
  String indexSql(String expression) {
    return "CASE WHEN "
        + expression
        + " IS NOT NULL THEN "
        + half(expression, 0, edges.length)
        + " END";
  }

  /// Comparisons as a balanced tree: the index lies between `low` and `high`.
  private String half(String expression, int low, int high) {
    if (low == high) {
      return Integer.toString(low);
    }
    int middle = (low + high) >>> 1;
    return "CASE WHEN %s < %s THEN %s ELSE %s END"
        .formatted(
            expression,
            "CAST(" + Double.toString(edges[middle] - TOLERANCE) + " AS DOUBLE)",
            half(expression, low, middle),
            half(expression, middle + 1, high));
  }

  /// What a bin is called.
  String label(int index) {
    if (index == 0) {
      return "<" + number(edges[0]);
    }
    if (index == edges.length) {
      return "≥" + number(edges[index - 1]);
    }
    double last = decimals == 0 ? edges[index] - 1 : edges[index];
    String low = number(edges[index - 1]);
    String high = number(last);
    return low.equals(high) ? low : low + "–" + high;
  }

  /// The bins of counts by index, in order; empty ones are kept between others only.
  ///
  /// @param all what shares are shares of
  List<Bin> bins(long[] counts, long all) {
    int first = 0;
    int end = counts.length;
    while (first < end && counts[first] == 0) {
      first++;
    }
    while (end > first && counts[end - 1] == 0) {
      end--;
    }
    List<Bin> bins = new ArrayList<>();
    for (int i = first; i < end; i++) {
      bins.add(new Bin(label(i), counts[i], (double) counts[i] / all));
    }
    return bins;
  }

  /// Number of bins.
  int size() {
    return edges.length + 1;
  }

  private String number(double value) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
