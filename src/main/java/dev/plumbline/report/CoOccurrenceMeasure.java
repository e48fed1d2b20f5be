package dev.plumbline.report;

/// What a cell of a [CoOccurrenceHeatMap] shows.
public enum CoOccurrenceMeasure {
  /// Log odds ratio of the attribute in captions with the group against all others.
  LOG_ODDS,
  /// Pointwise mutual information.
  PMI,
  /// Captions that mention both.
  ROWS
}
