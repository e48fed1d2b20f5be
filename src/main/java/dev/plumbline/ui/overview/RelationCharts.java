package dev.plumbline.ui.overview;

import dev.plumbline.core.Interval;
import dev.plumbline.performance.Score;
import dev.plumbline.relation.EffectRow;
import dev.plumbline.relation.LineFit;
import dev.plumbline.relation.RelationCell;
import dev.plumbline.relation.RelationPoint;
import dev.plumbline.relation.RelationResult;
import dev.plumbline.relation.RelationSettings;
import dev.plumbline.relation.Relations;
import dev.plumbline.report.BiasPerformanceScatter;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.Figure;
import dev.plumbline.report.PointRecord;
import dev.plumbline.report.RelationHeatMap;
import dev.plumbline.report.Subject;
import dev.plumbline.study.EffectRows;
import dev.plumbline.study.StudyResult;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// Asks `relation` for what scatter and heat map show; used in the background.
///
/// @param study results of the study
/// @param choice what is shown
/// @param style style of the charts
record RelationCharts(StudyResult study, ScatterChoice choice, ChartStyle style) {
  private static final double LEVEL = 0.95;

  /// The scatter of the chosen category and order.
  Figure scatter() {
    return BiasPerformanceScatter.of(content(), style);
  }

  /// The record of a point of the scatter, if it is there.
  Optional<PointRecord> point(Subject.Effect asked, List<Score> scores) {
    return PointRecord.of(
        content(), asked, new PointRecord.Background(scores, study.compositions()), style);
  }

  private BiasPerformanceScatter.Content content() {
    Relations relations = relations();
    List<EffectRow> rows = rows();
    List<RelationPoint> points =
        relations.points(rows, study.scores()).stream()
            .filter(point -> matches(point.category(), point.order()))
            .toList();
    Optional<RelationCell> cell =
        relations.relate(rows, study.scores()).cells().stream()
            .filter(candidate -> matches(candidate.category(), candidate.order()))
            .findFirst();
    return new BiasPerformanceScatter.Content(
        choice.measure(),
        choice.category(),
        choice.order(),
        points,
        cell,
        line(points),
        study.models(),
        study.bias());
  }

  /// The heat map of all categories and orders.
  Figure heatMap() {
    return RelationHeatMap.of(result(), style);
  }

  /// Correlations in all categories and orders.
  private RelationResult result() {
    return relations().relate(rows(), study.scores());
  }

  private boolean matches(String category, String order) {
    return category.equals(choice.category()) && order.equals(choice.order());
  }

  private Relations relations() {
    return new Relations(
        RelationSettings.defaults(choice.measure().dataset())
            .withMetric(choice.measure().metric())
            .withMethod(choice.method()));
  }

  private static Optional<DoubleFunction<Interval>> line(List<RelationPoint> points) {
    double[] x = points.stream().mapToDouble(RelationPoint::performance).toArray();
    double[] y = points.stream().mapToDouble(RelationPoint::d).toArray();
    return LineFit.of(x, y, LEVEL).map(fit -> fit::at);
  }

  private List<EffectRow> rows() {
    return EffectRows.rows(study.bias());
  }
}
