package dev.plumbline.relation;

import java.util.List;

/// The grid of correlations for one performance measure.
///
/// @param performance dataset or aggregate
/// @param metric its metric
/// @param method kind of correlation
/// @param cells one a category and order, categories in order of first appearance
/// @param notes remarks a reader needs, such as models that count with several rows
public record RelationResult(
    String performance,
    String metric,
    CorrelationMethod method,
    List<RelationCell> cells,
    List<String> notes) {
  public RelationResult {
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
  }
}
