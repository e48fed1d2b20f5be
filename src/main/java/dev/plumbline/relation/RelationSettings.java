package dev.plumbline.relation;

import dev.plumbline.core.Arguments;
import java.util.Optional;
import java.util.Set;

/// How effect sizes are related to scores.
///
/// @param performance dataset or aggregate (`VTAB+`, `VTAB`, `Average of 38`) of the scores
/// @param metric its metric; needed only if it has several
/// @param method kind of correlation
/// @param level what counts as one point
/// @param by what the cells are told apart by
/// @param confidence coverage of the intervals
public record RelationSettings(
    String performance,
    Optional<String> metric,
    CorrelationMethod method,
    Level level,
    Set<Grouping> by,
    double confidence) {
  public RelationSettings {
    Arguments.notBlank(performance, "performance");
    Arguments.check(confidence > 0 && confidence < 1, "confidence must lie between 0 and 1");
    by = Set.copyOf(by);
  }

  /// Pearson, by category and order, every row one point, 95 %.
  public static RelationSettings defaults(String performance) {
    return new RelationSettings(
        performance,
        Optional.empty(),
        CorrelationMethod.PEARSON,
        Level.ROW,
        Set.of(Grouping.CATEGORY, Grouping.ORDER),
        0.95);
  }

  /// The same with a metric.
  public RelationSettings withMetric(String newMetric) {
    return new RelationSettings(performance, Optional.of(newMetric), method, level, by, confidence);
  }

  /// The same with another kind of correlation.
  public RelationSettings withMethod(CorrelationMethod newMethod) {
    return new RelationSettings(performance, metric, newMethod, level, by, confidence);
  }

  /// The same with another kind of point.
  public RelationSettings withLevel(Level newLevel) {
    return new RelationSettings(performance, metric, method, newLevel, by, confidence);
  }
}
