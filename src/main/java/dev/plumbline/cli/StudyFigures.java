package dev.plumbline.cli;

import dev.plumbline.core.Interval;
import dev.plumbline.core.Order;
import dev.plumbline.performance.Score;
import dev.plumbline.performance.Wilson;
import dev.plumbline.relation.EffectRow;
import dev.plumbline.relation.LineFit;
import dev.plumbline.relation.RelationCell;
import dev.plumbline.relation.RelationPoint;
import dev.plumbline.relation.RelationResult;
import dev.plumbline.relation.RelationSettings;
import dev.plumbline.relation.Relations;
import dev.plumbline.report.BiasDots;
import dev.plumbline.report.BiasHeatMap;
import dev.plumbline.report.BiasPerformanceScatter;
import dev.plumbline.report.CaptionAssociationDots;
import dev.plumbline.report.ChartStyle;
import dev.plumbline.report.CompositionBars;
import dev.plumbline.report.DuplicateBars;
import dev.plumbline.report.Figure;
import dev.plumbline.report.Measure;
import dev.plumbline.report.ModelComparison;
import dev.plumbline.report.ReferenceEffect;
import dev.plumbline.report.RelationHeatMap;
import dev.plumbline.report.RetrievalDots;
import dev.plumbline.report.ScoreBars;
import dev.plumbline.report.SkewMeasure;
import dev.plumbline.study.BiasRow;
import dev.plumbline.study.EffectRows;
import dev.plumbline.study.StudyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/// The charts that tell a study from beginning to end, for a deck.
///
/// @param result what is shown
/// @param style how
record StudyFigures(StudyResult result, ChartStyle style) {
  private static final double LEVEL = 0.95;

  /// Composition, caption association, bias, performance, and how they go together.
  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    figures.add(CompositionBars.of(result.compositions(), style));
    figures.add(CompositionBars.of(result.compositions(), "captionWords", style));
    if (result.compositions().stream().anyMatch(it -> !it.duplicates().isEmpty())) {
      figures.add(DuplicateBars.of(result.compositions(), style));
    }
    figures.add(CaptionAssociationDots.of(result.compositions(), style));
    figures.add(BiasHeatMap.of(result.bias(), result.models(), style));
    figures.addAll(dots());
    if (!result.retrieval().isEmpty()) {
      figures.add(
          RetrievalDots.of(
              new RetrievalDots.Content(result.retrieval(), result.models(), SkewMeasure.MAX_SKEW),
              style));
    }
    measure()
        .ifPresent(
            measure -> {
              figures.add(
                  ScoreBars.of(
                      result.scores(),
                      measure,
                      Wilson.intervals(result.scores()),
                      result.models(),
                      style));
              figures.add(RelationHeatMap.of(relations(measure), style));
              categories().forEach(category -> figures.add(scatter(measure, category)));
            });
    if (result.models().size() > 1) {
      figures.add(
          ModelComparison.of(
              result.models().getFirst(),
              result.models().getLast(),
              result.bias(),
              List.of(),
              style));
    }
    return figures;
  }

  private List<Figure> dots() {
    return result.bias().stream()
        .map(BiasRow::test)
        .distinct()
        .map(
            test ->
                BiasDots.of(
                    new BiasDots.Content(
                        test,
                        result.bias().stream().filter(row -> row.test().equals(test)).toList(),
                        result.models(),
                        Optional.of(ReferenceEffect.Attributes.NORMS)),
                    style))
        .toList();
  }

  /// The measure that bias is related to: acc1 of the first dataset that has it, else the first.
  Optional<Measure> measure() {
    return result.scores().stream()
        .filter(score -> score.metric().equals("acc1"))
        .findFirst()
        .or(() -> result.scores().stream().findFirst())
        .map((Score score) -> new Measure(score.dataset(), score.metric()));
  }

  /// Correlations of d with a measure in each category and order.
  RelationResult relations(Measure measure) {
    return relating(measure).relate(rows(), result.scores());
  }

  private Figure scatter(Measure measure, String category) {
    String order = Order.ALL_TEXT.label();
    List<RelationPoint> points =
        relating(measure).points(rows(), result.scores()).stream()
            .filter(point -> point.category().equals(category) && point.order().equals(order))
            .toList();
    Optional<RelationCell> cell =
        relations(measure).cells().stream()
            .filter(found -> found.category().equals(category) && found.order().equals(order))
            .findFirst();
    return BiasPerformanceScatter.of(
        new BiasPerformanceScatter.Content(
            measure, category, order, points, cell, fit(points), result.models(), result.bias()),
        style);
  }

  private static Optional<DoubleFunction<Interval>> fit(List<RelationPoint> points) {
    double[] x = points.stream().mapToDouble(RelationPoint::performance).toArray();
    double[] y = points.stream().mapToDouble(RelationPoint::d).toArray();
    return LineFit.of(x, y, LEVEL).map(line -> line::at);
  }

  private static Relations relating(Measure measure) {
    return new Relations(RelationSettings.defaults(measure.dataset()).withMetric(measure.metric()));
  }

  private List<EffectRow> rows() {
    return EffectRows.rows(result.bias());
  }

  private List<String> categories() {
    return result.bias().stream().map(row -> row.category()).distinct().toList();
  }
}
