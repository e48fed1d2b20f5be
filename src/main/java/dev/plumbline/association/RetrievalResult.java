package dev.plumbline.association;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Skew of one attribute in retrieval by one model.
///
/// @param settings how it was measured
/// @param attribute the attribute
/// @param values its values, in their natural order
/// @param images labelled images of each value
/// @param desired desired share of each value
/// @param k first results that counted
/// @param maxSkew MaxSkew@k over the queries
/// @param ndkl NDKL of the whole ranking over the queries
/// @param ndklTop NDKL of the first k over the queries
/// @param queries every query, in order
/// @param notes what a reader must know
public record RetrievalResult(
    RetrievalSettings settings,
    String attribute,
    List<String> values,
    List<Integer> images,
    List<Double> desired,
    int k,
    QueryMean maxSkew,
    QueryMean ndkl,
    QueryMean ndklTop,
    List<QuerySkew> queries,
    List<String> notes) {
  public RetrievalResult {
    values = List.copyOf(values);
    images = List.copyOf(images);
    desired = List.copyOf(desired);
    queries = List.copyOf(queries);
    notes = List.copyOf(notes);
  }

  /// The same with more notes, after its own.
  public RetrievalResult withNotes(List<String> more) {
    return new RetrievalResult(
        settings,
        attribute,
        values,
        images,
        desired,
        k,
        maxSkew,
        ndkl,
        ndklTop,
        queries,
        Stream.concat(notes.stream(), more.stream()).toList());
  }

  /// All labelled images.
  public int n() {
    return images.stream().mapToInt(Integer::intValue).sum();
  }

  /// Skew@k of one value: ln of its share among the first k over its desired share, empty where it
  /// is absent from them (the logarithm of 0).
  public OptionalDouble skew(QuerySkew query, int value) {
    int count = query.top().get(value);
    return count == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.log((double) count / k / desired.get(value)));
  }

  /// The value that is shown too often most; of several the first.
  public int most(QuerySkew query) {
    int most = 0;
    for (int v = 1; v < values.size(); v++) {
      if (query.top().get(v) / desired.get(v) > query.top().get(most) / desired.get(most)) {
        most = v;
      }
    }
    return most;
  }

  /// Share of one value among the first k, averaged over the queries.
  public double meanShare(int value) {
    return queries.stream().mapToInt(query -> query.top().get(value)).sum()
        / ((double) k * queries.size());
  }
}
