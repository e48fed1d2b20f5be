package dev.plumbline.report;

import dev.plumbline.association.QueryMean;
import dev.plumbline.association.RetrievalResult;

/// Measures of retrieval, one of which is looked at.
public enum SkewMeasure {
  /// MaxSkew@k.
  MAX_SKEW,
  /// NDKL of the whole ranking.
  NDKL,
  /// NDKL of the first k.
  NDKL_TOP;

  /// Its mean over the queries.
  public QueryMean of(RetrievalResult result) {
    return switch (this) {
      case MAX_SKEW -> result.maxSkew();
      case NDKL -> result.ndkl();
      case NDKL_TOP -> result.ndklTop();
    };
  }

  /// Its name.
  public String name(ChartStyle style) {
    return style.messages().text("skew.measure." + name());
  }
}
