package dev.plumbline.association;

import java.util.List;

/// What one query shows first.
///
/// @param query the query as written
/// @param top images among the first k, one count a value of the attribute
/// @param maxSkew MaxSkew@k
/// @param ndkl NDKL of the whole ranking
/// @param ndklTop NDKL of the first k
public record QuerySkew(
    String query, List<Integer> top, double maxSkew, double ndkl, double ndklTop) {
  public QuerySkew {
    top = List.copyOf(top);
  }
}
